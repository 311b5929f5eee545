using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App;
using PolicyQa.App.Llm;
using PolicyQa.Tests.Cli;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Llm;

/// <summary>Vectors have a say only where `embeddings check` has measured that they rank better, with this model and this index.</summary>
public sealed class VectorGateTests : IAsyncLifetime
{
    private const int Projects = 40;
    private const int Letters = 26;

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, int> projects = [];
    private Func<string, float[]> vector = _ => throw new InvalidOperationException();
    private bool isDown;
    private StubModel stub = null!;
    private string corpus = "";
    private string questions = "";

    public async ValueTask InitializeAsync()
    {
        stub = await StubModel.StartAsync((context, number) =>
        {
            context.Response.StatusCode = isDown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            return isDown ? Task.CompletedTask : StubVectors.Write(context, StubVectors.Asked(stub.Bodies[number - 1]), vector);
        });
        corpus = folder.Folder("corpus");
        List<string> asked = [];
        // Questions that share no word with what answers them: only meaning could find it.
        for (var i = 0; i < Projects; i++)
        {
            var name = $"{(char)('丁' + i)}{(char)('江' + i)}{(char)('竹' + i)}";
            projects[name] = i;
            await File.WriteAllTextAsync(Path.Combine(corpus, $"{i:D2}.txt"), $"{name}\n\n{name}工程由区里负责，年内完工。\n");
        }

        using var engine = Open();
        foreach (var (name, i) in projects) asked.Add(JsonSerializer.Serialize(new { id = $"{i}", question = $"{Code(i)} when", passage_id = engine.Articles.Single(a => a.Text.Contains(name, StringComparison.Ordinal)).Id }));
        questions = folder.File("questions.jsonl", string.Join('\n', asked));
    }

    public async ValueTask DisposeAsync()
    {
        await stub.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_model_that_helps_is_let_in_and_told_of()
    {
        vector = Knowing;
        var check = await Check();
        Assert.True(check.ExitCode == 0, check.Error);
        Assert.Contains("更好：向量参与检索", check.Out);

        await using var served = await ServeAsync();
        await served.Work.LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal("on", (await served.Ready()).GetProperty("state").GetString());
        var vectors = (await served.Ask($"{Code(7)} when")).GetProperty("explanation").GetProperty("vectors");
        Assert.True(vectors.GetProperty("used").GetBoolean());
        Assert.Equal(1, vectors.GetProperty("nearest")[0].GetProperty("rank").GetInt32());
        Assert.Equal(projects.Single(p => p.Value == 7).Key, vectors.GetProperty("nearest")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_model_that_does_not_help_stays_out()
    {
        vector = Random;
        var check = await Check();
        Assert.True(check.ExitCode == 0, check.Error);
        Assert.Contains("没有更好：检索只用词语", check.Out);

        await using var served = await ServeAsync();
        await served.Work.LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal("off", (await served.Ready()).GetProperty("state").GetString());
        Assert.False((await served.Ask($"{Code(7)} when")).GetProperty("explanation").TryGetProperty("vectors", out _));
    }

    [Fact]
    public async Task A_model_that_nobody_measured_stays_out_until_somebody_does()
    {
        vector = Knowing;
        await using var served = await ServeAsync();
        await served.Work.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal("unchecked", (await served.Ready()).GetProperty("state").GetString());
        Assert.False((await served.Ask($"{Code(7)} when")).GetProperty("explanation").TryGetProperty("vectors", out _));

        await Check();
        await served.Work.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal("on", (await served.Ready()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_verdict_on_another_corpus_says_nothing()
    {
        vector = Knowing;
        await Check();
        await File.WriteAllTextAsync(Path.Combine(corpus, "more.txt"), "新的\n\n新的工程由市里负责，明年完工。\n", TestContext.Current.CancellationToken);
        await using var served = await ServeAsync();
        var before = stub.Bodies.SelectMany(StubVectors.Asked).Count();
        await served.Work.LookAsync(TestContext.Current.CancellationToken);
        var ready = await served.Ready();
        Assert.Equal(("unchecked", 2 * (Projects + 1)), (ready.GetProperty("state").GetString(), ready.GetProperty("embedded").GetInt32()));
        Assert.Contains("embeddings check", ready.GetProperty("note").GetString());
        // One known passage to see whether it is the same model, and the new title and text.
        Assert.Equal(3, stub.Bodies.SelectMany(StubVectors.Asked).Count() - before);
    }

    [Fact]
    public async Task When_the_service_goes_down_questions_are_answered_from_words()
    {
        vector = Knowing;
        await Check();
        await using var served = await ServeAsync();
        await served.Work.LookAsync(TestContext.Current.CancellationToken);
        isDown = true;
        var answer = await served.Ask("由区里负责的工程什么时候完工");
        Assert.False(answer.GetProperty("explanation").GetProperty("vectors").GetProperty("used").GetBoolean());
        Assert.NotEmpty(answer.GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task The_command_line_asks_as_the_server_does()
    {
        vector = Knowing;
        await Check();
        var run = await CommandRun.Of(["ask", $"{Code(7)} when", "--explain", .. Where, .. StubVectors.Switches(stub.Endpoint)]);
        Assert.Contains("向量检索", run.Out);
        Assert.Contains(projects.Single(p => p.Value == 7).Key, run.Out);
    }

    [Fact]
    public async Task A_service_that_is_down_is_told_of_in_one_line_and_no_verdict_is_written()
    {
        isDown = true;
        var check = await Check();
        Assert.Equal(2, check.ExitCode);
        Assert.Contains("错误：向量服务 127.0.0.1 返回了 HTTP 503；已有 0/", check.Error);
        Assert.DoesNotContain(Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories), f => f.Contains("vectors", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Questions_are_made_of_the_corpus_where_none_are_given()
    {
        vector = Knowing;
        var check = await CommandRun.Of(["embeddings", "check", .. Where, .. StubVectors.Switches(stub.Endpoint)]);
        Assert.True(check.ExitCode == 0, check.Error);
        Assert.Contains("用语料自己的词句造的", check.Out);
    }

    [Theory]
    [InlineData("没有配置向量模型", "embeddings", "check")]
    [InlineData("写了 --passages 就要写 --questions", "embeddings", "check", "--passages", "x.jsonl", "--Llm:EmbeddingModel=m", "--Llm:EmbeddingEndpoint=http://127.0.0.1:9/v1")]
    [InlineData("还要设置 Llm:EmbeddingEndpoint", "embeddings", "check", "--Llm:EmbeddingModel=m")]
    [InlineData("设置 Llm:EmbeddingEndpoint 应是 http://", "embeddings", "check", "--Llm:EmbeddingModel=m", "--Llm:EmbeddingEndpoint=ftp://x")]
    [InlineData("设置 Llm:EmbeddingPatienceMilliseconds 应是", "embeddings", "check", "--Llm:EmbeddingModel=m", "--Llm:EmbeddingEndpoint=http://127.0.0.1:9/v1", "--Llm:EmbeddingPatienceMilliseconds=0")]
    public async Task What_is_missing_is_named(string message, params string[] args)
    {
        var run = await CommandRun.Of([.. args, .. Where]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    private string[] Where => ["--corpus", corpus, "--index", Path.Combine(folder.Path, "index")];

    private Task<CommandRun> Check() => CommandRun.Of(["embeddings", "check", "--questions", questions, .. Where, .. StubVectors.Switches(stub.Endpoint)]);

    private QaEngine Open() => new Workspace(corpus, Path.Combine(folder.Path, "index"), new EngineOptions(), TimeProvider.System).Open(out _);

    private async Task<Served> ServeAsync()
    {
        WebApplication? host = null;
        // The work's own timer stands still: the test says when it looks.
        var web = await WebServer.StartAsync(ready: false, time: new FakeTimeProvider(), add: app => host = app, switches: [.. StubVectors.Switches(stub.Endpoint), $"--Index:Path={Path.Combine(folder.Path, "index")}"]);
        web.Engines.Publish(new EngineSnapshot(Open()));
        return new Served(web, host!.Services.GetRequiredService<EmbeddingWork>());
    }

    /// <summary>A word that no page has.</summary>
    private static string Code(int project) => $"q{(char)('a' + project / Letters)}{(char)('a' + project % Letters)}x";

    private float[] Knowing(string text)
    {
        var project = text.EndsWith(" when", StringComparison.Ordinal) ? (text[1] - 'a') * Letters + text[2] - 'a' : projects.FirstOrDefault(p => text.Contains(p.Key, StringComparison.Ordinal)).Value;
        var one = new float[StubVectors.Dimensions];
        one[project] = 1;
        return one;
    }

    private static float[] Random(string text)
    {
        var random = new Random(text.Aggregate(17, (hash, c) => unchecked(hash * 31 + c)));
        return [.. Enumerable.Range(0, StubVectors.Dimensions).Select(_ => random.NextSingle() - 0.5f)];
    }

    private sealed record Served(WebServer Web, EmbeddingWork Work) : IAsyncDisposable
    {
        public async Task<JsonElement> Ready() => (await Web.Client.GetFromJsonAsync<JsonElement>("/readyz")).GetProperty("vectors");

        public async Task<JsonElement> Ask(string question)
        {
            using var answer = await Web.Client.PostAsJsonAsync("/api/ask", new { question, explain = true });
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        public ValueTask DisposeAsync() => Web.DisposeAsync();
    }
}
