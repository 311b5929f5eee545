using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.App;
using PolicyQa.App.Configuration;
using PolicyQa.Tests.Http;
using PolicyQa.Tests.Llm;
using PolicyQa.Tests.WeChat;

namespace PolicyQa.Tests.Operations;

/// <summary>Corpus, lexicon and settings change while the server runs.</summary>
public sealed class ReloadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string[] Paths => [$"--Corpus:Path={Path.Combine(folder.Path, "corpus")}", $"--Index:Path={Path.Combine(folder.Path, "index")}"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Not_one_request_fails_while_corpus_lexicon_and_settings_are_changed_again_and_again()
    {
        var token = TestContext.Current.CancellationToken;
        var corpus = folder.Folder("corpus");
        Directory.CreateDirectory(Path.Combine(corpus, "lexicon"));
        File.WriteAllText(Path.Combine(corpus, "page.txt"), "全市新建体育馆三座。");
        var settings = Write("{}");
        await using var server = await WebServer.StartAsync(ready: false, switches: Paths, settings: settings);
        server.Engines.Publish(new EngineSnapshot(Composition.Workspace(server.Live.Current, TimeProvider.System).Open(out _)));
        var corpusWatch = new CorpusWatch(server.Live, server.Engines, Composition.History(server.Live.Current, TimeProvider.System), NullLogger.Instance, TimeProvider.System);
        var settingsWatch = new SettingsWatch(server.Live, NullLogger.Instance, TimeProvider.System);

        using var stop = new CancellationTokenSource();
        var failures = new ConcurrentQueue<string>();
        string[] routes = ["/api/passages?q=体育馆", "/?q=新建多少座体育馆", "/api/articles", "/readyz"];
        using var answered = new SemaphoreSlim(0);
        var asking = Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var response = worker == 0
                    ? await server.Client.PostAsJsonAsync("/api/ask", new { question = "新建多少座体育馆" }, token)
                    : await server.Client.GetAsync(routes[worker], token);
                var text = await response.Content.ReadAsStringAsync(token);
                if (!response.IsSuccessStatusCode || (worker == 0 && !text.Contains("三座", StringComparison.Ordinal))) failures.Enqueue($"{(int)response.StatusCode} {text}");
                answered.Release();
            }
        }, token)).ToArray();

        var (reloads, changes) = (0, 0);
        for (var round = 0; round < 10; round++)
        {
            File.WriteAllText(Path.Combine(corpus, "more.txt"), $"全市新建图书馆五座。这是第{round}次修改。");
            File.WriteAllText(Path.Combine(corpus, "lexicon", "local.txt"), $"体育馆 = 球场子{round}\n");
            Write($$"""{ "Answering": { "Threshold": 0.{{20 + round}} }, "RateLimit": { "PerMinute": {{900_000 + round}}, "Concurrent": {{20 + round}} }, "Api": { "AllowedOrigins": ["https://o{{round}}.example.cn"] } }""");
            // Two looks for the settings; the engine that they ask for is opened with the next.
            for (var look = 0; look < 3; look++)
            {
                if (settingsWatch.Look()) changes++;
                if (corpusWatch.Look(token)) reloads++;
            }

            // However busy the machine, some are asked in every round.
            for (var i = 0; i < 4; i++) await answered.WaitAsync(token);
        }

        await stop.CancelAsync();
        await Task.WhenAll(asking);
        Assert.Empty(failures);
        Assert.Equal((10, 10), (changes, reloads));
        Assert.Equal(0.29, server.Live.Current.Engine.Threshold);
        Assert.Equal("五座", server.Engines.Engine.Ask(new AskRequest("新建多少座图书馆")).ShortAnswer);
    }

    [Fact]
    public async Task Keys_origins_and_limits_hold_from_the_next_request_on()
    {
        var settings = Write("""{ "Api": { "Keys": ["first-key"] } }""");
        await using var server = await WebServer.StartAsync(settings: settings, switches: Paths);
        var watch = new SettingsWatch(server.Live, NullLogger.Instance, TimeProvider.System);
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", "second-key");
        Assert.Equal(401, await StatusOf("/v1/models"));

        Change(watch, """{ "Api": { "Keys": ["second-key"] }, "RateLimit": { "PerMinute": 1 } }""");

        Assert.Equal(200, await StatusOf("/v1/models"));
        Assert.Equal(200, await StatusOf("/api/passages?q=x"));
        Assert.Equal(429, await StatusOf("/api/passages?q=x"));

        Change(watch, """{ "Api": { "Keys": ["second-key"] }, "RateLimit": { "PerMinute": 0 } }""");
        Assert.Equal(200, await StatusOf("/api/passages?q=x"));

        async Task<int> StatusOf(string path)
        {
            using var response = await server.Client.GetAsync(path);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task A_model_comes_changes_and_goes_without_a_restart_and_one_that_cannot_be_is_refused()
    {
        await using var first = await StubModel.StartAsync((context, _) => StubModel.Write(context, "市教育局今年补充教师1633名。[1]"));
        await using var second = await StubModel.StartAsync((context, _) => StubModel.Write(context, "市教育局今年要补充教师1633名。[1]"));
        await using var server = await WebServer.StartAsync(settings: Write("{}"), switches: Paths);
        using var log = new CapturedLog();
        var watch = new SettingsWatch(server.Live, log, TimeProvider.System, takeUp: server.TakeUp);
        var extractive = await TextAsync();

        Change(watch, Configured(first, ""));
        Assert.Equal("市教育局今年补充教师1633名。[1]", await TextAsync());
        Change(watch, Configured(second, ""));
        Assert.Equal("市教育局今年要补充教师1633名。[1]", await TextAsync());
        Write(Configured(first, $", \"Prompts\": \"{folder.Folder("none")}\""));
        watch.Look();
        Assert.False(watch.Look());
        Assert.Contains("none", log.Text);
        Assert.Equal("市教育局今年要补充教师1633名。[1]", await TextAsync());
        Change(watch, "{}");
        Assert.Equal(extractive, await TextAsync());
        Assert.DoesNotContain("Llm:Model", log.Text);

        static string Configured(StubModel model, string more) => $"{{ \"Llm\": {{ \"Endpoint\": \"{model.Endpoint}\", \"Model\": \"stub\"{more} }} }}";

        async Task<string> TextAsync()
        {
            using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question = "市教育局补充教师多少名" });
            return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString()!;
        }
    }

    [Theory]
    [InlineData("""{ "Answering": { "Threshold": 7 } }""", "Answering:Threshold")]
    [InlineData("""{ "RateLimit": { "PerMinute": "many" } }""", "RateLimit:PerMinute")]
    [InlineData("""{ "Api": { "Keys": ["short"] } }""", "Api:Keys")]
    [InlineData("""{ "Answering": """, "第1行")]
    public void Settings_that_are_wrong_change_nothing_and_are_told_of(string wrong, string told)
    {
        using var log = new CapturedLog();
        var live = new LiveSettings(Settings.Load(Write("""{ "Answering": { "Threshold": 0.3 } }"""), Paths));
        var watch = new SettingsWatch(live, log, TimeProvider.System);
        Write(wrong);

        Assert.False(watch.Look());
        Assert.False(watch.Look());

        Assert.Equal(0.3, live.Current.Engine.Threshold);
        Assert.Contains(told, log.Text);
        Change(watch, """{ "Answering": { "Threshold": 0.4 } }""");
        Assert.Equal(0.4, live.Current.Engine.Threshold);
    }

    [Fact]
    public void Settings_that_want_a_restart_are_named_and_their_values_are_not()
    {
        using var log = new CapturedLog();
        var live = new LiveSettings(Settings.Load(Write("{}"), Paths));
        var watch = new SettingsWatch(live, log, TimeProvider.System);

        Change(watch, """{ "Answering": { "Threshold": 0.4 }, "WeChat": { "Token": "secretToken" }, "Urls": "http://127.0.0.1:1" }""");

        Assert.Contains("Urls、WeChat:Token", log.Text);
        Assert.DoesNotContain("Answering", log.Text);
        Assert.DoesNotContain("secretToken", log.Text);
    }

    private void Change(SettingsWatch watch, string json)
    {
        Write(json);
        watch.Look();
        Assert.True(watch.Look());
    }

    private string Write(string json) => folder.File("settings.json", json);
}
