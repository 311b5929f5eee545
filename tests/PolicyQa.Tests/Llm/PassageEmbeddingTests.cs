using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Configuration;
using PolicyQa.App.Llm;
using PolicyQa.Indexing;

namespace PolicyQa.Tests.Llm;

/// <summary>However the service behaves, the passages get the vectors it made, once each, or none are used.</summary>
public sealed class PassageEmbeddingTests : IDisposable
{
    private static readonly PassageText[] Passages = [.. new[] { "新增学位三千个。", "培训教师五百名。", "改造高中六所。", "引进人才三百名。", "建成公寓三处。" }.Select(t => new PassageText(t))];

    private readonly TemporaryFolder folder = new();
    private readonly List<TimeSpan> waits = [];
    private readonly List<string> faults = [];

    public void Dispose() => folder.Dispose();

    /// <summary>What the second request meets × what operators read × how long it waits before it asks again.</summary>
    public static TheoryData<string, string?, double?> Behaviours => new()
    {
        { "behaves", null, null },
        { "500", "返回了 HTTP 500", 1 },
        { "401", "返回了 HTTP 401", 1 },
        { "429 with Retry-After", "返回了 HTTP 429", 7 },
        { "429", "返回了 HTTP 429", 1 },
        { "hangs up", "连不上", 1 },
        { "stalls", "没有在限定的时间内返回", 1 },
        { "wrong dimensions", "向量应有 64 维，返回了 3 维", 1 },
        { "NaN", "返回的内容不是向量", 1 },
        { "too large for a float", "向量里有不是数的值，或全是 0", 1 },
        { "nothing but zeros", "向量里有不是数的值，或全是 0", 1 },
        { "one too few", "要 2 个向量，返回了 1 个", 1 },
        { "invalid JSON", "返回的内容不是向量", 1 },
        { "an HTML page", "返回的内容不是向量", 1 },
    };

    [Theory]
    [MemberData(nameof(Behaviours))]
    public async Task What_goes_wrong_once_is_told_and_asked_again(string behaviour, string? fault, double? wait)
    {
        StubModel? stub = null;
        var time = new FakeTimeProvider();
        stub = await StubModel.StartAsync((context, number) => number == 2 ? Misbehave(behaviour, context, StubVectors.Asked(stub!.Bodies[number - 1]), time) : Behave(stub!, context, number));
        await using var server = stub;

        var vectors = await Run(Settings(stub), time: time);

        Assert.Equal(Passages.Length, vectors!.Count);
        Assert.Equal(fault, faults.SingleOrDefault());
        Assert.Equal(wait is { } seconds ? [TimeSpan.FromSeconds(seconds)] : [], waits);
        for (var p = 0; p < Passages.Length; p++) Assert.Equal(1, vectors.Cosine(PassageVectors.Unit(StubVectors.Characters(Passages[p].Text)), p), 3);
    }

    [Fact]
    public async Task Waits_grow_while_the_service_stays_down()
    {
        await using var stub = await StubModel.StartAsync((context, _) => Status(context, 503));
        Assert.Null(await Run(Settings(stub), goOn: () => waits.Count < 12));
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300], waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task What_was_made_before_a_stop_is_not_asked_for_again_and_half_of_it_is_not_used()
    {
        StubModel? stub = null;
        stub = await StubModel.StartAsync((context, number) => Behave(stub!, context, number));
        await using var server = stub;
        var settings = Settings(stub);

        Assert.Null(await Run(settings, goOn: () => stub.Requests < 1));
        using (var file = VectorFiles.Open(settings))
        {
            Assert.Equal(2, file.Count);
            Assert.Null(file.Of(Passages));
        }

        Assert.NotNull(await Run(settings));
        // One of the two known ones again, to see whether it is still the same model; then the other three.
        Assert.Equal([.. Texts(0, 1), .. Texts(0), .. Texts(2, 3), .. Texts(4)], stub.Bodies.SelectMany(StubVectors.Asked));
    }

    [Fact]
    public async Task A_changed_corpus_costs_what_has_changed()
    {
        StubModel? stub = null;
        stub = await StubModel.StartAsync((context, number) => Behave(stub!, context, number));
        await using var server = stub;
        await Run(Settings(stub));
        var before = stub.Requests;

        PassageText[] changed = [new("这一段是新的。"), .. Passages[1..]];
        var vectors = await Run(Settings(stub), changed);

        Assert.Equal(changed.Length, vectors!.Count);
        Assert.Equal([Passages[1].Text, "这一段是新的。"], stub.Bodies.Skip(before).SelectMany(StubVectors.Asked));
    }

    [Fact]
    public async Task Words_that_stand_in_two_places_are_asked_for_once()
    {
        StubModel? stub = null;
        stub = await StubModel.StartAsync((context, number) => Behave(stub!, context, number));
        await using var server = stub;
        var vectors = await Run(Settings(stub), [.. Passages, Passages[0]]);
        Assert.Equal(Passages.Length + 1, vectors!.Count);
        Assert.Equal(Passages.Select(p => p.Text), stub.Bodies.SelectMany(StubVectors.Asked));
    }

    [Fact]
    public async Task Another_model_name_starts_anew_and_leaves_the_other_ones_vectors()
    {
        StubModel? stub = null;
        stub = await StubModel.StartAsync((context, number) => Behave(stub!, context, number));
        await using var server = stub;
        await Run(Settings(stub));
        await Run(Settings(stub) with { Model = "another" });
        Assert.Equal(2, Directory.GetFiles(folder.Path, "*.vec").Length);
        Assert.Equal(2 * Passages.Length, stub.Bodies.SelectMany(StubVectors.Asked).Count());
    }

    [Fact]
    public async Task Another_model_under_the_same_name_is_noticed_and_its_verdict_falls()
    {
        StubModel? stub = null;
        var mirrored = false;
        stub = await StubModel.StartAsync((context, number) => StubVectors.Write(context, StubVectors.Asked(stub!.Bodies[number - 1]), t => mirrored ? [.. StubVectors.Characters(t).Reverse()] : StubVectors.Characters(t)));
        await using var server = stub;
        var settings = Settings(stub);
        await Run(settings);
        await File.WriteAllTextAsync(VectorFiles.VerdictPath(settings), "{}", TestContext.Current.CancellationToken);
        mirrored = true;

        var vectors = await Run(settings);

        Assert.Equal(1, vectors!.Cosine(PassageVectors.Unit([.. StubVectors.Characters(Passages[0].Text).Reverse()]), 0), 3);
        Assert.False(File.Exists(VectorFiles.VerdictPath(settings)));
    }

    [Fact]
    public async Task The_day_s_tokens_are_the_limit()
    {
        StubModel? stub = null;
        stub = await StubModel.StartAsync((context, number) => Behave(stub!, context, number));
        await using var server = stub;
        var budget = new TokenBudget(20, new FakeTimeProvider());
        Assert.Null(await Run(Settings(stub), budget: budget, goOn: () => waits.Count == 0));
        Assert.Equal(1, stub.Requests);
        Assert.Contains("Llm:EmbeddingTokensPerDay", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_asked_for_as_numbers_with_the_prefix_a_model_wants_and_the_key_is_sent()
    {
        StubModel? stub = null;
        stub = await StubModel.StartAsync((context, number) => Behave(stub!, context, number));
        await using var server = stub;
        await Run(Settings(stub) with { PassagePrefix = "passage: ", Dimensions = 64 });
        Assert.Equal("passage: " + Passages[0].Text, StubVectors.Asked(stub.Bodies[0])[0]);
        Assert.Contains("\"encoding_format\":\"float\"", stub.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"dimensions\":64", stub.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("Bearer stub-key", stub.Bodies[0], StringComparison.Ordinal);
        Assert.StartsWith("/v1/embeddings", stub.Bodies[0], StringComparison.Ordinal);
    }

    private EmbeddingSettings Settings(StubModel stub) => StubVectors.Settings(stub.Endpoint, folder.Path);

    private async Task<PassageVectors?> Run(EmbeddingSettings settings, PassageText[]? passages = null, Func<bool>? goOn = null, TokenBudget? budget = null, FakeTimeProvider? time = null)
    {
        time ??= new FakeTimeProvider();
        using var model = new EmbeddingModel(settings, time);
        var work = new PassageEmbedding(model, settings, budget ?? new TokenBudget(0, time), (wait, _) => { waits.Add(wait); return Task.CompletedTask; }, NullLogger.Instance);
        return await work.RunAsync(passages ?? Passages, _ => { }, fault => { if (fault is not null) faults.Add(fault); return goOn?.Invoke() ?? true; }, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Texts(params int[] passages) => passages.Select(p => Passages[p].Text);

    private static Task Behave(StubModel stub, HttpContext context, int number) => StubVectors.Write(context, StubVectors.Asked(stub.Bodies[number - 1]), StubVectors.Characters);

    private static Task Misbehave(string behaviour, HttpContext context, string[] texts, FakeTimeProvider time)
    {
        switch (behaviour)
        {
            case "behaves": return StubVectors.Write(context, texts, StubVectors.Characters);
            case "500": return Status(context, 500);
            case "401": return Status(context, 401);
            case "429": return Status(context, 429);
            case "429 with Retry-After":
                context.Response.Headers.RetryAfter = "7";
                return Status(context, 429);
            case "hangs up":
                context.Abort();
                return Task.CompletedTask;
            case "stalls":
                time.Advance(TimeSpan.FromSeconds(61));
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            case "wrong dimensions": return StubVectors.Write(context, texts, _ => [1, 2, 3]);
            case "NaN": return StubVectors.Raw(context, Reply(texts, "NaN"));
            case "too large for a float": return StubVectors.Raw(context, Reply(texts, "1e300"));
            case "nothing but zeros": return StubVectors.Write(context, texts, _ => new float[StubVectors.Dimensions]);
            case "one too few": return StubVectors.Write(context, texts[1..], StubVectors.Characters);
            case "invalid JSON": return StubVectors.Raw(context, "{\"data\":[");
            default: return StubVectors.Raw(context, "<html>hello</html>");
        }
    }

    private static string Reply(string[] texts, string number) =>
        $"{{\"object\":\"list\",\"model\":\"stub\",\"data\":[{string.Join(',', texts.Select((_, i) => $"{{\"object\":\"embedding\",\"index\":{i.ToString(CultureInfo.InvariantCulture)},\"embedding\":[{string.Join(',', Enumerable.Repeat(number, StubVectors.Dimensions))}]}}"))}],\"usage\":{{\"prompt_tokens\":1,\"total_tokens\":1}}}}";

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("{\"error\":{\"message\":\"no\"}}", context.RequestAborted);
    }
}
