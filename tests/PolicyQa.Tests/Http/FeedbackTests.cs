using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App;

namespace PolicyQa.Tests.Http;

/// <summary>POST /api/feedback: 有用 and 没用.</summary>
public sealed class FeedbackTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task It_is_kept_on_disk_before_it_is_acknowledged_and_says_nothing_of_who_sent_it()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a", "feedback.jsonl");
        await using var server = await WebServer.StartAsync(time: Time, switches: $"--Feedback:Path={path}");
        Assert.Equal(HttpStatusCode.NoContent, await Send(server, """{"question":" 要多少<人> ","useful":false,"conversationId":"abc"}"""));
        Assert.Equal("""{"at":"2026-11-24T08:00:00+00:00","question":"要多少<人>","useful":false}""" + "\n", await File.ReadAllTextAsync(path));
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
        var path = Path.Combine(folder.Path, "feedback.jsonl");
        await using var server = await WebServer.StartAsync(switches: $"--Feedback:Path={path}");
        Assert.Equal(HttpStatusCode.BadRequest, await Send(server, body));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_no_fault_of_the_visitor()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("not-a-folder", "");
        await using var server = await WebServer.StartAsync(switches: $"--Feedback:Path={Path.Combine(file, "feedback.jsonl")}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Send(server, """{"question":"多少","useful":true}"""));
    }

    [Fact]
    public async Task Two_files_of_bounded_size_are_all_that_is_kept()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("feedback.jsonl", new string('x', (int)FeedbackLog.MaxBytes + 1));
        using var log = new FeedbackLog(path, Time, NullLogger<FeedbackLog>.Instance);
        Assert.True(await log.AppendAsync("多少", true, CancellationToken.None));
        Assert.Equal("多少", JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement.GetProperty("question").GetString());
        Assert.Equal(["feedback.jsonl", "feedback.jsonl.1"], Directory.EnumerateFiles(folder.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    private static async Task<HttpStatusCode> Send(WebServer server, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/api/feedback", content);
        return response.StatusCode;
    }
}
