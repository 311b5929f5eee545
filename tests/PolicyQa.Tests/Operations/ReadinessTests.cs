using System.Text.Json;
using PolicyQa.App;
using PolicyQa.App.Configuration;
using PolicyQa.App.Operations;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Operations;

/// <summary>/healthz says that the process lives, /readyz whether questions are answered and what else does not work.</summary>
public sealed class ReadinessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_is_well()
    {
        await using var server = await StartAsync(folder.Folder("corpus"), folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, "corpus", "page.txt"), "全市新建体育馆三座。");
        var (status, ready) = await LookAsync(server);
        Assert.Equal((200, "ready"), (status, ready.GetProperty("status").GetString()));
        Assert.Equal(["index", "corpus", "disk", "data"], ready.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.Equal(2, ready.GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task A_corpus_that_cannot_be_read_is_told_of_and_questions_are_answered()
    {
        await using var server = await StartAsync(Path.Combine(folder.Path, "gone"), folder.Path);
        var (status, ready) = await LookAsync(server);
        Assert.Equal((200, "degraded"), (status, ready.GetProperty("status").GetString()));
        Assert.Equal("degraded", Check(ready, "corpus"));
        Assert.DoesNotContain(folder.Path, ready.GetRawText());
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_told_of_and_questions_are_answered()
    {
        // A file where the folder should be: as unwritable as a read-only disk, for root as well.
        folder.File("file", "");
        await using var server = await StartAsync(folder.Folder("corpus"), Path.Combine(folder.Path, "file"));
        var (status, ready) = await LookAsync(server);
        Assert.Equal((200, "degraded"), (status, Check(ready, "disk")));
        Assert.DoesNotContain(folder.Path, ready.GetRawText());
    }

    [Fact]
    public async Task Without_an_index_it_is_alive_and_not_ready()
    {
        await using var server = await WebServer.StartAsync(ready: false);
        Assert.Equal(200, (int)(await server.Client.GetAsync("/healthz")).StatusCode);
        var (status, problem) = await LookAsync(server);
        Assert.Equal((503, "failing"), (status, Check(problem, "index")));
    }

    [Theory]
    [InlineData("Ready")]
    [InlineData("Degraded")]
    [InlineData("Failing")]
    public void The_worst_part_decides(string condition)
    {
        var live = new LiveSettings(Settings.Load(null, [$"--Corpus:Path={folder.Folder("c")}", $"--Index:Path={Path.Combine(folder.Path, "index")}"]));
        folder.File("c/page.txt", "字");
        using var engines = new EngineHost();
        engines.Publish(WebServer.Snapshot());
        var worst = Enum.Parse<Condition>(condition);
        var probe = new ReadinessProbe(engines, live, [() => new Finding("data", worst, "…")], TimeProvider.System);
        Assert.Equal(worst, probe.Look().Status);
    }

    private static string? Check(JsonElement root, string name) =>
        root.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name).GetProperty("status").GetString();

    private static Task<WebServer> StartAsync(string corpus, string data) =>
        WebServer.StartAsync(switches: [$"--Corpus:Path={corpus}", $"--Index:Path={Path.Combine(data, "index")}"]);

    private static async Task<(int Status, JsonElement Body)> LookAsync(WebServer server)
    {
        using var response = await server.Client.GetAsync("/readyz");
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
