using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Data;
using PolicyQa.App.Review;
using PolicyQa.Tests.Data;

namespace PolicyQa.Tests.Http;

/// <summary>POST /api/feedback: 有用 and 没用.</summary>
public sealed class FeedbackTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task It_is_in_the_database_before_it_is_acknowledged_and_says_nothing_of_who_sent_it()
    {
        await using var server = await WebServer.StartAsync(time: Time);
        Assert.Equal(HttpStatusCode.NoContent, await Send(server, """{"question":" 要多少<人>，电话 138 1234 5678 ","useful":false,"conversationId":"abc"}"""));
        await using var data = await server.Services.GetRequiredService<DataStore>().OpenAsync(CancellationToken.None);
        var vote = Assert.Single(await data.Votes.ToListAsync());
        Assert.Equal((Time.GetUtcNow(), "要多少<人>，电话 ▇▇▇", false), (vote.At, vote.Question, vote.Useful));
        Assert.Equal(1, Assert.Single(await data.Groups.ToListAsync()).Disliked);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"question":"多少"}""")]
    [InlineData("""{"question":"多少","useful":"yes"}""")]
    [InlineData("""{"question":"","useful":true}""")]
    [InlineData("""{"question":"\ud800","useful":true}""")]
    [InlineData("""{"question":5,"useful":true}""")]
    public async Task A_bad_one_is_told_what_is_wrong_and_not_kept(string body)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "policyqa.db");
        await using var server = await WebServer.StartAsync(switches: $"--Data:ConnectionString=Data Source={path}");
        Assert.Equal(HttpStatusCode.BadRequest, await Send(server, body));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_no_fault_of_the_visitor()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("not-a-folder", "");
        await using var server = await WebServer.StartAsync(switches: $"--Data:ConnectionString=Data Source={Path.Combine(file, "policyqa.db")}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Send(server, """{"question":"多少","useful":true}"""));
    }

    [Fact]
    public async Task Votes_of_earlier_versions_are_taken_in_once_and_the_file_stays()
    {
        using var folder = new TemporaryFolder();
        const string lines = """
            {"at":"2026-11-20T08:00:00+00:00","question":"要多少人","useful":true}
            {"at":"2026-11-21T08:00:00+00:00","question":"何时建成","useful":false}
            {"at":"2026-11-21T08:00:0
            """;
        var path = folder.File("feedback.jsonl", lines);
        using var store = DataStoreTests.Store(Path.Combine(folder.Path, "policyqa.db"));
        var import = new FeedbackImport(store, Time, NullLogger<FeedbackImport>.Instance);
        await import.RunAsync(path, CancellationToken.None);
        Assert.False(File.Exists(path));
        // Killed before the file got its new name, it comes again.
        folder.File("feedback.jsonl", lines);
        await import.RunAsync(path, CancellationToken.None);
        await using var data = await store.OpenAsync(CancellationToken.None);
        Assert.Equal(["要多少人", "何时建成"], (await data.Votes.OrderBy(v => v.At).ToListAsync()).ConvertAll(v => v.Question));
        Assert.Equal(lines, await File.ReadAllTextAsync(path + ".imported"));
    }

    private static async Task<HttpStatusCode> Send(WebServer server, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/api/feedback", content);
        return response.StatusCode;
    }
}
