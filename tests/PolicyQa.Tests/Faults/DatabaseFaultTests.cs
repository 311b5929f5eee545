using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyQa.App;
using PolicyQa.App.Data;
using PolicyQa.App.Operations;
using PolicyQa.App.Review;
using PolicyQa.Tests.Admin;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Faults;

/// <summary>The database's disk fills up, is made read-only, or somebody locks the file, under a server at work: it answers on, says what is wrong, and goes on by itself.</summary>
public sealed class DatabaseFaultTests : IDisposable
{
    private const string Refused = "市教育局建多少个游泳馆";

    private readonly Mounted disk = new("12m");
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        disk.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("full", "满")]
    [InlineData("read-only", "权限")]
    [InlineData("locked", "占用")]
    public async Task Questions_are_answered_writes_are_refused_in_words_and_it_recovers_without_a_restart(string fault, string says)
    {
        Assert.SkipUnless(fault == "locked" || disk.IsThere, "POLICYQA_MOUNTS is not set, or this is not root");
        var path = Path.Combine(fault == "locked" ? folder.Path : disk.Path, "policyqa.db");
        // As a server runs: connections are kept. Nobody can make a disk read-only under them, so there they are not.
        await using var server = await WebServer.StartAsync(ready: false, switches: $"--Data:ConnectionString=Data Source={path};Pooling={fault != "read-only"}");
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        using var official = await Official.FirstAsync(server);
        server.Services.GetRequiredService<UnansweredLog>().Start();
        var upkeep = server.Services.GetRequiredService<DataUpkeep>();
        await upkeep.LookAsync(CancellationToken.None);
        Assert.Equal(("ready", HttpStatusCode.NoContent), (await ReadyAsync(server), await VoteAsync(server, "从前")));

        var (_, keys) = await official.GetAsync("/admin/keys");
        KeyValuePair<string, string>[] form = [new("token", keys.QuerySelector("[name=token]")!.GetAttribute("value")!), new("name", "备份")];
        using (Break(fault, path))
        {
            var vote = VoteAsync(server, "期间");
            var save = official.PostAsync("/admin/keys", form);
            Assert.Equal("notFound", await AskAsync(server, Refused));
            Assert.Equal("answered", await AskAsync(server, "市教育局全年培训教师多少名"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await vote);
            using var page = await save;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Contains(says, await page.Content.ReadAsStringAsync());
            Assert.Contains(says, server.Services.GetRequiredService<DataStore>().Problem);
            Assert.Equal("degraded", await ReadyAsync(server));
            await Assert.ThrowsAsync<DataUnavailableException>(() => upkeep.LookAsync(CancellationToken.None));
            Assert.Equal("answered", await AskAsync(server, "市教育局全年培训教师多少名"));
        }

        await upkeep.LookAsync(CancellationToken.None);
        Assert.Equal(("ready", HttpStatusCode.NoContent), (await ReadyAsync(server), await VoteAsync(server, "以后")));
        using (var saved = await official.PostAsync("/admin/keys", form)) Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var kept = await server.Services.GetRequiredService<DataStore>().WithAsync(async d => (await d.Votes.Select(v => v.Question).ToListAsync(), await d.Groups.Select(g => g.Text).ToListAsync()), CancellationToken.None);
        Assert.Equal(["从前", "以后"], kept.Item1.Order(StringComparer.Ordinal));
        // What was refused in the meantime had only waited.
        Assert.Contains(Refused, kept.Item2);
    }

    [Fact]
    public async Task A_page_damaged_under_a_running_server_costs_what_stood_on_it_and_no_answer()
    {
        var path = Path.Combine(folder.Path, "policyqa.db");
        await using var server = await WebServer.StartAsync(ready: false, switches: $"--Data:ConnectionString=Data Source={path};Pooling=False");
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        using var official = await Official.FirstAsync(server);
        var store = server.Services.GetRequiredService<DataStore>();
        await store.WithAsync(
            async data =>
            {
                for (var i = 0; i < 2000; i++) data.Note(DateTimeOffset.UnixEpoch.AddYears(56), "张三", "试", new string('写', 100));
                await data.SaveChangesAsync();
                return await data.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            },
            CancellationToken.None);
        using (var file = File.OpenWrite(path))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            file.Write(new byte[4096]);
        }

        await Assert.ThrowsAsync<DataUnavailableException>(() => store.WithAsync(d => d.Audit.AsNoTracking().ToListAsync(), CancellationToken.None));
        Assert.Contains("损坏", store.Problem);
        Assert.Equal(Condition.Degraded, store.Look().Status);
        Assert.Equal("answered", await AskAsync(server, "市教育局全年培训教师多少名"));
        await server.Services.GetRequiredService<DataUpkeep>().LookAsync(CancellationToken.None);
        Assert.Equal((Condition.Ready, HttpStatusCode.NoContent), (store.Look().Status, await VoteAsync(server, "以后")));
        // Who was signed in still is.
        Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/admin")).Status);
        Assert.InRange(await store.WithAsync(d => d.Audit.CountAsync(), CancellationToken.None), 1500, 2001);
        Assert.True(File.Exists(store.PutAside));
    }

    private Disposal Break(string fault, string path)
    {
        switch (fault)
        {
            case "full":
                disk.Fill();
                return new Disposal(disk.Clear);
            case "read-only":
                Assert.True(disk.MakeReadOnly(true));
                return new Disposal(() => disk.MakeReadOnly(false));
            default:
                var other = new SqliteConnection($"Data Source={path};Pooling=False");
                other.Open();
                var writing = other.BeginTransaction(deferred: false);
                return new Disposal(() =>
                {
                    writing.Dispose();
                    other.Dispose();
                });
        }
    }

    private static async Task<HttpStatusCode> VoteAsync(WebServer server, string question)
    {
        using var response = await server.Client.PostAsJsonAsync("/api/feedback", new { question, useful = true });
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("意见没有存下来，请稍后再试", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
        }

        return response.StatusCode;
    }

    private static async Task<string?> AskAsync(WebServer server, string question)
    {
        using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString();
    }

    /// <summary>Of the database; /readyz looks at most once a second.</summary>
    private static async Task<string?> ReadyAsync(WebServer server)
    {
        using var response = await server.Client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return server.Services.GetRequiredService<DataStore>().Look().Status.ToString().ToLowerInvariant();
    }

    private sealed class Disposal(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
