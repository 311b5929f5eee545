using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace PolicyQa.Tests.Http;

/// <summary>Every error is problem details with a Chinese title, and nothing of the machinery shows.</summary>
public sealed class ErrorTests
{
    private const string Json = "application/json";

    public static TheoryData<string, string, string?, string?, int, string> Cases => new()
    {
        { "POST", "/api/ask", "", Json, 400, "JSON" },
        { "POST", "/api/ask", "not json", Json, 400, "JSON" },
        { "POST", "/api/ask", "{\"question\":\"甲\"", Json, 400, "JSON" },
        { "POST", "/api/ask", "[\"甲\"]", Json, 400, "JSON 对象" },
        { "POST", "/api/ask", "{}", Json, 400, "question" },
        { "POST", "/api/ask", "{\"question\":null}", Json, 400, "question" },
        { "POST", "/api/ask", "{\"question\":7}", Json, 400, "question" },
        { "POST", "/api/ask", "{\"question\":\" 　 \"}", Json, 400, "空" },
        { "POST", "/api/ask", "{\"question\":\"{501}\"}", Json, 400, "501" },
        { "POST", "/api/ask", "{\"question\":\"\\ud800\"}", Json, 400, "字符" },
        { "POST", "/api/ask", "{\"question\":\"甲\",\"conversationId\":\"../x\"}", Json, 400, "conversationId" },
        { "POST", "/api/ask", "{\"question\":\"甲\",\"conversationId\":1}", Json, 400, "conversationId" },
        { "POST", "/api/ask", "{\"question\":\"甲\",\"department\":[]}", Json, 400, "department" },
        { "POST", "/api/ask", "{\"question\":\"甲\",\"explain\":\"是\"}", Json, 400, "explain" },
        { "POST", "/api/ask", "{\"question\":\"甲\"}", "text/plain", 400, "JSON" },
        { "POST", "/api/ask", "question=甲", "application/x-www-form-urlencoded", 400, "JSON" },
        { "POST", "/api/ask", "{70000}", Json, 413, "太大" },
        { "GET", "/api/ask", null, null, 405, "方法" },
        { "DELETE", "/api/articles", null, null, 405, "方法" },
        { "GET", "/api/articles/none", null, null, 404, "文章" },
        { "GET", "/api/nothing", null, null, 404, "没有" },
        { "GET", "/nothing", null, null, 404, "没有" },
        { "GET", "/api/passages?q={501}", null, null, 400, "q" },
        { "GET", "/api/passages?q=x&top=0", null, null, 400, "top" },
        { "GET", "/throws", null, null, 500, "服务器" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Errors_are_problem_details_in_Chinese(string method, string path, string? body, string? contentType, int status, string title)
    {
        await using var server = await WebServer.StartAsync(add: app => app.MapGet("/throws", string () => throw new InvalidOperationException("secret")));
        using var request = new HttpRequestMessage(new HttpMethod(method), Fill(path));
        if (body is not null) request.Content = new StringContent(Fill(body), Encoding.UTF8) { Headers = { ContentType = new MediaTypeHeaderValue(contentType!) } };

        using var response = await server.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(title, problem.GetProperty("title").GetString());
        Assert.DoesNotContain("\\u", text);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("   at ", text);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Too_many_questions_are_429_with_Retry_After()
    {
        await using var server = await WebServer.StartAsync(switches: "--RateLimit:PerMinute=2");
        for (var i = 0; i < 2; i++) Assert.True((await server.Client.PostAsJsonAsync("/api/ask", new { question = "甲" })).IsSuccessStatusCode);

        using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question = "甲" });

        Assert.Equal(429, (int)response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("太快", await response.Content.ReadAsStringAsync());
        Assert.True((await server.Client.GetAsync("/healthz")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Until_the_index_is_open_it_is_alive_but_not_ready()
    {
        var time = new FakeTimeProvider();
        await using var server = await WebServer.StartAsync(ready: false, time);

        Assert.Equal(200, (int)(await server.Client.GetAsync("/healthz")).StatusCode);
        Assert.Equal(503, (int)(await server.Client.GetAsync("/readyz")).StatusCode);
        var patient = server.Client.GetAsync("/api/articles");
        while (!patient.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(11));
            await Task.WhenAny(patient, Task.Delay(20));
        }

        Assert.Equal(503, (int)(await patient).StatusCode);
        Assert.NotNull((await patient).Headers.RetryAfter);

        // One that still waits when the index opens is answered.
        var waiting = server.Client.GetAsync("/api/articles");
        server.Engines.Publish(WebServer.Snapshot());
        Assert.Equal(200, (int)(await waiting).StatusCode);
        Assert.Equal(200, (int)(await server.Client.GetAsync("/readyz")).StatusCode);
    }

    [Fact]
    public async Task People_get_a_page()
    {
        await using var server = await WebServer.StartAsync();
        server.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var response = await server.Client.GetAsync("/articles/none");
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    private static string Fill(string text) => text.Replace("{501}", new string('长', 501)).Replace("{70000}", new string(' ', 70_000));
}
