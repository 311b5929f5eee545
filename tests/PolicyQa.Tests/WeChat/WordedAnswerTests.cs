using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Channels.WeChat;
using PolicyQa.App.Llm;
using PolicyQa.Tests.Llm;

namespace PolicyQa.Tests.WeChat;

/// <summary>A language model configured beside WeChat: what it words goes out guarded, marked and in time.</summary>
public sealed class WordedAnswerTests
{
    private const string Question = "补充多少教师";
    private const string Good = "补充教师一千六百三十三名。[1]";
    private const string Lie = "补充教师9999名。[1]";

    [Theory]
    [InlineData((int)Platform.WeChat)]
    [InlineData((int)Platform.WeCom)]
    public async Task A_worded_answer_says_that_a_model_worded_it(int platform)
    {
        await using var stub = await StubModel.StartAsync((context, _) => StubModel.Write(context, Good));
        await using var server = await ChatServer.StartAsync(stub.Switches);
        var text = await server.AskAsync(Question, platform: (Platform)platform);
        Assert.Contains(Good, text);
        Assert.Contains($"（{AnswerWording.Notice}）", text);
        Assert.Contains("来源：", text);
    }

    [Fact]
    public async Task A_lie_never_goes_out_and_nothing_says_that_a_model_worded_it()
    {
        await using var stub = await StubModel.StartAsync((context, _) => StubModel.Write(context, Lie));
        await using var server = await ChatServer.StartAsync(stub.Switches);
        var text = await server.AskAsync(Question);
        Assert.StartsWith("1633名", text);
        Assert.DoesNotContain("9999", text);
        Assert.DoesNotContain(AnswerWording.Notice, text);
    }

    [Fact]
    public async Task A_refusal_reaches_no_model()
    {
        await using var stub = await StubModel.StartAsync((context, _) => StubModel.Write(context, Good));
        await using var server = await ChatServer.StartAsync(stub.Switches);
        Assert.NotNull(await server.AskAsync("火星上有多少只企鹅"));
        Assert.Equal(0, stub.Requests);
    }

    [Fact]
    public async Task A_slow_model_s_wording_waits_for_a_further_word_and_is_marked_then_too()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stub = await StubModel.StartAsync(async (context, _) =>
        {
            await gate.Task;
            await StubModel.Write(context, Good);
        });
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(55));
        await using var server = await ChatServer.StartAsync(time, null, [.. stub.Switches, "--Llm:TimeoutSeconds=60"]);
        var reply = server.AskAsync(Question);
        await stub.Asked;
        time.Advance(TimelyAnswers.Deadline);
        Assert.DoesNotContain(AnswerWording.Notice, await reply);

        gate.SetResult();
        string? later = null;
        for (var tries = 0; tries < 1000 && later?.Contains(Good, StringComparison.Ordinal) != true; tries++) later = await server.AskAsync("续");
        Assert.Contains(Good, later);
        Assert.Contains(AnswerWording.Notice, later);
    }
}
