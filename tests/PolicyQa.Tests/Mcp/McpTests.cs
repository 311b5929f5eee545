using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using PolicyQa.App;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Mcp;

/// <summary>/mcp, as an agent uses it: a real client over streamable HTTP.</summary>
public sealed class McpTests
{
    [Fact]
    public async Task The_tools_say_what_they_do_what_they_take_and_what_they_give()
    {
        await using var server = await Server();
        await using var client = await Client(server);
        var tools = await client.ListToolsAsync();
        Assert.Equal(["ask", "get_article", "list_commitments", "search_passages"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t =>
        {
            Assert.True(t.Description.Length > 20);
            Assert.NotNull(t.ReturnJsonSchema);
            Assert.True(t.ProtocolTool.Annotations!.ReadOnlyHint);
            Assert.All(t.JsonSchema.GetProperty("properties").EnumerateObject(), p => Assert.True(p.Value.TryGetProperty("description", out _), $"{t.Name}.{p.Name}"));
        });
    }

    [Fact]
    public async Task An_agent_asks_follows_up_and_reads_on()
    {
        await using var server = await Server();
        await using var client = await Client(server);

        var answer = await Call(client, "ask", new() { ["question"] = "市教育局培训多少人" });
        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Equal("500名", answer.GetProperty("answer").GetString());
        var citation = answer.GetProperty("citations")[0];
        Assert.StartsWith(server.Client.BaseAddress!.ToString(), citation.GetProperty("url").GetString());

        var followUp = await Call(client, "ask", new() { ["question"] = "那人社局呢", ["history"] = new[] { "市教育局培训多少人" } });
        Assert.Equal("2万人次", followUp.GetProperty("answer").GetString());

        var article = await Call(client, "get_article", new() { ["id"] = citation.GetProperty("articleId").GetString() });
        var (start, end) = (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32());
        Assert.Equal(citation.GetProperty("excerpt").GetString(), article.GetProperty("text").GetString()![start..end]);

        var refused = await Call(client, "ask", new() { ["question"] = "市教育局今年引进多少外籍教师" });
        Assert.Equal("notFound", refused.GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_searches_and_lists_promises()
    {
        await using var server = await Server();
        await using var client = await Client(server);

        var passages = (await Call(client, "search_passages", new() { ["query"] = "养老院", ["limit"] = 2 })).GetProperty("items");
        Assert.InRange(passages.GetArrayLength(), 1, 2);
        Assert.Contains("养老院", passages[0].GetProperty("excerpt").GetString());

        var promises = await Call(client, "list_commitments", new() { ["department"] = "教育局", ["query"] = "教师" });
        Assert.True(promises.GetProperty("total").GetInt32() > 0);
        Assert.All(promises.GetProperty("items").EnumerateArray(), p => Assert.Equal("市教育局", p.GetProperty("department").GetString()));
    }

    [Theory]
    [InlineData("ask", "question", "", "空")]
    [InlineData("get_article", "id", "none", "没有编号是“none”的文章")]
    [InlineData("list_commitments", "department", "市水利局", "没有“市水利局”")]
    public async Task A_fault_of_the_caller_is_told_as_one(string tool, string argument, string value, string message)
    {
        await using var server = await Server();
        await using var client = await Client(server);
        var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { [argument] = value });
        Assert.True(result.IsError);
        Assert.Contains(message, ((TextContentBlock)result.Content[0]).Text);
    }

    [Fact]
    public async Task Keys_and_origins_guard_the_door()
    {
        await using var server = await Server("--Api:Keys=the-only-key");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Client(server));
        await using var client = await Client(server, "the-only-key");
        Assert.Equal(4, (await client.ListToolsAsync()).Count);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = JsonContent.Create(new { }) };
        foreign.Headers.Add("Origin", "https://evil.example");
        foreign.Headers.Authorization = new("Bearer", "the-only-key");
        using var response = await server.Client.SendAsync(foreign);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task<WebServer> Server(params string[] switches)
    {
        var server = await WebServer.StartAsync(ready: false, switches: switches);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        return server;
    }

    private static Task<McpClient> Client(WebServer server, string? key = null) => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
    {
        Endpoint = new Uri(server.Client.BaseAddress!, "/mcp"),
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = key is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
    }));

    private static async Task<JsonElement> Call(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments);
        Assert.True(result.IsError is not true, string.Join(' ', result.Content.OfType<TextContentBlock>().Select(c => c.Text)));
        return JsonSerializer.SerializeToElement(result.StructuredContent);
    }
}
