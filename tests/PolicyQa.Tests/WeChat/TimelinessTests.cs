using System.Net;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

/// <summary>Against an artificially slow answerer: always in time, once, and the longer answer afterwards. The clock is the test's.</summary>
public sealed class TimelinessTests : IAsyncLifetime
{
    private const string Question = "补充多少教师";
    private const string Longer = "这是写得更长的回答。[1]";

    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(55));
    private readonly SlowAnswerer slow = new();
    private ChatServer server = null!;

    public async ValueTask InitializeAsync() => server = await ChatServer.StartAsync(time, slow.PhraseAsync);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task What_is_phrased_in_time_goes_out_at_once()
    {
        var reply = server.AskAsync(Question);
        await slow.Begun;
        slow.Say(Longer);
        Assert.Contains(Longer, await reply);
    }

    [Theory]
    [InlineData((int)Platform.WeChat)]
    [InlineData((int)Platform.WeCom)]
    public async Task After_four_seconds_the_extractive_answer_goes_out_and_the_longer_one_waits(int platform)
    {
        var reply = server.AskAsync(Question, platform: (Platform)platform);
        await slow.Begun;
        time.Advance(TimeSpan.FromSeconds(3.9));
        Assert.False(reply.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        var text = await reply;
        Assert.StartsWith("1633名", text);
        Assert.Contains("回复“续”查看", text);
        Assert.Equal(Sentences.MoreComing, await server.AskAsync("续", platform: (Platform)platform));

        slow.Say(Longer);
        await UntilAsync(async () => (await server.AskAsync("续", platform: (Platform)platform))!.Contains(Longer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Three_deliveries_share_one_piece_of_work_and_one_carries_the_answer()
    {
        var message = server.Says(Question, id: "1");
        var first = server.User().SendAsync(message);
        await slow.Begun;
        // As a platform would that had hung up early: the second comes while the first still works, the third at 5 s.
        var second = server.User().SendAsync(message);
        time.Advance(TimeSpan.FromSeconds(4));
        SimulatedReply[] both = [await first, await second];
        time.Advance(TimeSpan.FromSeconds(1));
        var third = await server.User().SendAsync(message);

        Assert.Single([.. both, third], r => r.Text is not null);
        Assert.StartsWith("1633名", both.Single(r => r.Text is not null).Text);
        Assert.Equal("success", both.Single(r => r.Text is null).Body);
        Assert.Equal("success", third.Body);
        Assert.Equal(1, slow.Calls);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Where_the_platform_hung_up_the_next_delivery_gets_the_answer(string nonceOfRetry)
    {
        var message = server.Says(Question, id: "1");
        using var hangUp = new CancellationTokenSource();
        var first = server.User().SendAsync(message, "1", hangUp.Token);
        await slow.Begun;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        time.Advance(TimeSpan.FromSeconds(5));

        var retry = await server.User().SendAsync(message, nonceOfRetry);
        Assert.StartsWith("1633名", retry.Text);
        Assert.Equal("success", (await server.User().SendAsync(message)).Body);
        Assert.Equal(1, slow.Calls);
    }

    [Fact]
    public async Task Past_the_time_nothing_goes_out_late_and_the_next_delivery_is_answered()
    {
        var message = server.Says(Question, id: "1");
        var first = server.User().SendAsync(message);
        await slow.Begun;
        time.Advance(XmlCallback.TooLate);
        Assert.Equal("success", (await first).Body);
        Assert.StartsWith("1633名", (await server.User().SendAsync(message)).Text);
    }

    [Fact]
    public async Task A_longer_answer_does_not_come_between_a_later_question_and_its_pages()
    {
        var first = server.AskAsync(Question);
        await slow.Begun;
        time.Advance(TimeSpan.FromSeconds(4));
        await first;
        await server.AskAsync("市里养了几头大象");
        slow.Say(Longer);
        for (var i = 0; i < 50; i++) Assert.DoesNotContain(Longer, await server.AskAsync("续"));
    }

    [Fact]
    public async Task A_promise_of_more_that_comes_to_nothing_is_taken_back()
    {
        var reply = server.AskAsync(Question);
        await slow.Begun;
        time.Advance(TimeSpan.FromSeconds(4));
        await reply;
        slow.Fail();
        await UntilAsync(async () => await server.AskAsync("续") == Sentences.NothingMore);
    }

    [Fact]
    public async Task A_failing_answerer_is_as_good_as_none()
    {
        var reply = server.AskAsync(Question);
        await slow.Begun;
        slow.Fail();
        var text = await reply;
        Assert.StartsWith("1633名", text);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("续", text);
    }

    [Fact]
    public async Task While_the_index_opens_a_person_is_told_so_in_time()
    {
        await using var web = await Http.WebServer.StartAsync(ready: false, time, switches: ChatServer.Configured);
        var account = App.Configuration.Settings.Load(null, ChatServer.Configured).Chat.WeChat;
        var reply = new SimulatedUser(web.Client, account, SendMode.Secure, time).SendAsync(SimulatedUser.TextMessage("o", Question, time.GetUtcNow()));
        while (!reply.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(reply, Task.Delay(10));
        }

        Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)(await reply).Status);
        // At 1 s a step it may be 4 s or a step more; past 4.8 s the platform has hung up and nothing is sent.
        Assert.True((await reply).Text is Sentences.NotReady or Sentences.StillLooking or null, (await reply).Text);
    }

    [Fact]
    public async Task A_bot_streams_the_extractive_answer_and_then_the_longer_one()
    {
        var bot = server.User(Platform.AiBot);
        var message = BotSample.Text("u", Question, "m1");
        var first = await bot.SendAsync(message);
        Assert.StartsWith("**1633名**", first.Text);
        var id = BotSample.Unfinished(first);
        Assert.NotNull(id);
        Assert.Equal(id, BotSample.Unfinished(await bot.SendAsync(message)));
        Assert.Equal(id, BotSample.Unfinished(await bot.SendAsync(BotSample.Refresh("u", id))));

        slow.Say(Longer);
        await UntilAsync(async () => BotSample.Unfinished(await bot.SendAsync(BotSample.Refresh("u", id))) is null);
        Assert.Contains(Longer, (await bot.SendAsync(BotSample.Refresh("u", id))).Text);
        Assert.Equal(1, slow.Calls);
    }

    [Fact]
    public async Task A_stream_ends_before_six_minutes_even_where_the_work_never_does()
    {
        var bot = server.User(Platform.AiBot);
        var id = BotSample.Unfinished(await bot.SendAsync(BotSample.Text("u", Question, "m1")))!;
        time.Advance(TimeSpan.FromMinutes(5.5));
        var last = await bot.SendAsync(BotSample.Refresh("u", id));
        Assert.Null(BotSample.Unfinished(last));
        Assert.StartsWith("**1633名**", last.Text);
        // A restart, or an id that never was.
        var gone = await bot.SendAsync(BotSample.Refresh("u", "unknown"));
        Assert.Equal((null, "这次回答已经过期，请再问一遍。"), (BotSample.Unfinished(gone), gone.Text));
    }

    // The server's own work after a signal takes a moment of real time; the test's clock stands still meanwhile.
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 1000; i++)
            if (await condition())
                return;
        Assert.Fail("It never came.");
    }
}
