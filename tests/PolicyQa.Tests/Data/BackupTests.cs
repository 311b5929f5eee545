using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Data;
using PolicyQa.Tests.Cli;

namespace PolicyQa.Tests.Data;

/// <summary>backup, data export, data delete, account: what an operator does at the keyboard.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_taken_while_others_write_is_whole_and_can_be_started_from()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "policyqa.db");
        using var store = DataStoreTests.Store(path);
        await using var data = await store.OpenAsync(CancellationToken.None);
        data.Note(DateTimeOffset.UnixEpoch, "张三", "试");
        await data.SaveChangesAsync();
        await using var writing = await data.Database.BeginTransactionAsync();
        data.Note(DateTimeOffset.UnixEpoch, "张三", "没有写完");
        await data.SaveChangesAsync();

        var to = Path.Combine(folder.Path, "copies", "one.db");
        var run = await CommandRun.Of(["backup", "--out", to, Connection(path)]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["one.db"], Directory.EnumerateFiles(Path.GetDirectoryName(to)!).Select(Path.GetFileName));
        using var restored = DataStoreTests.Store(to);
        await using var copy = await restored.OpenAsync(CancellationToken.None);
        Assert.Equal(["试"], await copy.Audit.Select(a => a.Did).ToListAsync());

        var again = await CommandRun.Of(["backup", "--out", to, Connection(path)]);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("不覆盖", again.Error);
    }

    [Theory]
    [InlineData("none.db", "还没有数据库")]
    [InlineData("broken.db", "损坏")]
    public async Task What_cannot_be_backed_up_is_said_in_one_line(string name, string says)
    {
        using var folder = new TemporaryFolder();
        folder.File("broken.db", new string('x', 5000));
        var run = await CommandRun.Of(["backup", Connection(Path.Combine(folder.Path, name))]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "backup")) && Directory.EnumerateFiles(Path.Combine(folder.Path, "backup")).Any());
    }

    [Fact]
    public async Task Data_can_be_exported_and_deleted_at_the_keyboard()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "policyqa.db");
        using (var store = DataStoreTests.Store(path))
        {
            await using var data = await store.OpenAsync(CancellationToken.None);
            data.Add(new QuestionGroup { Text = "怎么办", FirstSeen = DateTimeOffset.UnixEpoch, LastSeen = DateTimeOffset.UnixEpoch, Wordings = [new Wording { Key = "怎么办", Text = "怎么办？", LastSeen = DateTimeOffset.UnixEpoch }] });
            data.Add(new FeedbackVote { Question = "怎么办？", At = DateTimeOffset.UnixEpoch });
            await data.SaveChangesAsync();
        }

        var export = await CommandRun.Of(["data", "export", Connection(path)]);
        Assert.Equal("怎么办", JsonDocument.Parse(export.Out).RootElement.GetProperty("questions")[0].GetProperty("text").GetString());
        Assert.Equal(2, (await CommandRun.Of(["data", "delete", Connection(path)])).ExitCode);
        Assert.Equal(2, (await CommandRun.Of(["data", "delete", "--question", "没有这个", Connection(path)])).ExitCode);
        Assert.Equal(0, (await CommandRun.Of(["data", "delete", "--question", "请问怎么办", Connection(path)])).ExitCode);
        var left = JsonDocument.Parse((await CommandRun.Of(["data", "export", Connection(path)])).Out).RootElement;
        Assert.Equal((0, 0), (left.GetProperty("questions").GetArrayLength(), left.GetProperty("votes").GetArrayLength()));
    }

    [Fact]
    public async Task A_link_for_an_account_can_be_had_at_the_keyboard()
    {
        using var folder = new TemporaryFolder();
        var connection = Connection(Path.Combine(folder.Path, "policyqa.db"));
        var run = await CommandRun.Of(["account", "new", connection]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("/admin/setup?link=", run.Out);
        var unknown = await CommandRun.Of(["account", "reset", "没有", connection]);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("没有用户名是“没有”的账号", unknown.Error);
    }

    private static string Connection(string path) => $"--Data:ConnectionString=Data Source={path};Pooling=False";
}
