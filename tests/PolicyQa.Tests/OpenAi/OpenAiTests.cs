using System.ClientModel;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using PolicyQa.App;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;
using PolicyQa.Tests.Llm;

namespace PolicyQa.Tests.OpenAi;

/// <summary>/v1, as programs use it that talk to models.</summary>
public sealed class OpenAiTests
{
    private const string Question = "市教育局今年培训多少教师";

    [Fact]
    public async Task A_real_client_asks_follows_up_and_gets_text_links_and_usage()
    {
        await using var server = await Server();
        using var chat = Client(server);

        var answer = await chat.GetResponseAsync([new ChatMessage(ChatRole.System, "你是海盗，只回答“啊”。"), new ChatMessage(ChatRole.User, Question)]);
        Assert.Contains("500名", answer.Text);
        Assert.Contains($"[1]({server.Client.BaseAddress}articles/", answer.Text);
        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
        Assert.True(answer.Usage is { InputTokenCount: > 0, OutputTokenCount: > 0 } usage && usage.TotalTokenCount == usage.InputTokenCount + usage.OutputTokenCount);

        var followUp = await chat.GetResponseAsync([new ChatMessage(ChatRole.User, "市教育局培训多少人"), new ChatMessage(ChatRole.Assistant, "500名"), new ChatMessage(ChatRole.User, "那人社局呢")]);
        Assert.Contains("2万人次", followUp.Text);
    }

    [Fact]
    public async Task A_real_client_streams_the_same_text_and_usage()
    {
        await using var server = await Server();
        using var chat = Client(server);
        var whole = await chat.GetResponseAsync(Question);
        List<ChatResponseUpdate> updates = [];
        await foreach (var update in chat.GetStreamingResponseAsync(Question)) updates.Add(update);
        var streamed = updates.ToChatResponse();
        Assert.True(updates.Count > 3);
        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.Usage!.OutputTokenCount, streamed.Usage!.OutputTokenCount);
        Assert.Equal(ChatFinishReason.Stop, streamed.FinishReason);
    }

    [Fact]
    public async Task Citations_are_a_field_of_the_answer_and_of_the_last_chunk()
    {
        await using var server = await Server();
        var answer = JsonDocument.Parse(await Post(server, new { model = "gpt-4o", messages = new[] { new { role = "user", content = Question } } })).RootElement;
        Assert.Equal("全年培训教师500名，引进外地名师12名。", answer.GetProperty("citations")[0].GetProperty("excerpt").GetString());
        Assert.Equal("chat.completion", answer.GetProperty("object").GetString());
        Assert.Equal("policyqa", answer.GetProperty("model").GetString());

        var stream = await Post(server, new { stream = true, messages = new[] { new { role = "user", content = new[] { new { type = "text", text = Question } } } } });
        var events = stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(e => e["data: ".Length..]).ToArray();
        Assert.Equal("[DONE]", events[^1]);
        var last = JsonDocument.Parse(events[^2]).RootElement;
        Assert.Equal("stop", last.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(answer.GetProperty("citations").GetRawText(), last.GetProperty("citations").GetRawText());
        Assert.Equal(answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString(), string.Concat(events[..^2].Select(e => JsonDocument.Parse(e).RootElement.GetProperty("choices")[0].GetProperty("delta").GetProperty("content").GetString())));
    }

    [Fact]
    public async Task A_refusal_and_a_choice_are_answers_too()
    {
        await using var server = await Server();
        using var chat = Client(server);
        Assert.Contains("没有找到", (await chat.GetResponseAsync("市教育局今年引进多少外籍教师")).Text);
        var choice = (await chat.GetResponseAsync("要培训多少人")).Text;
        Assert.Contains("请选一个", choice);
        Assert.Contains("- 市教育局要培训多少人", choice);
    }

    [Fact]
    public async Task With_a_model_behind_it_only_guarded_words_are_streamed()
    {
        await using var stub = await StubModel.StartAsync((context, _) => StubModel.Write(context, "市教育局培训教师9999名。[1]市教育局今年计划培训教师五百名。[1]"));
        await using var server = await Server(stub.Switches);
        using var chat = Client(server);
        var text = "";
        await foreach (var update in chat.GetStreamingResponseAsync(Question)) text += update.Text;
        Assert.Contains("市教育局今年计划培训教师五百名", text);
        Assert.Contains("由大模型润色，已核对原文", text);
        Assert.DoesNotContain("9999", text);
    }

    [Theory]
    [InlineData("", "JSON", null)]
    [InlineData("[]", "JSON 对象", null)]
    [InlineData("{}", "messages", "messages")]
    [InlineData("""{"messages":[]}""", "messages", "messages")]
    [InlineData("""{"messages":[{"content":"甲"}]}""", "role", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":7}]}""", "content", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":" "}]}""", "空", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":"{501}"}]}""", "501", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":"\ud800"}]}""", "字符", "messages")]
    [InlineData("""{"messages":[{"role":"system","content":"甲"}]}""", "user", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":"甲"},{"role":"assistant","content":"乙"}]}""", "user", "messages")]
    [InlineData("""{"stream":"yes","messages":[{"role":"user","content":"甲"}]}""", "stream", "stream")]
    public async Task Errors_have_the_shape_of_OpenAI(string body, string message, string? param)
    {
        await using var server = await Server();
        using var content = new StringContent(body.Replace("{501}", new string('问', 501)), Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/v1/chat/completions", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error");
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(p => p.Name));
        Assert.Contains(message, error.GetProperty("message").GetString());
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404)]
    [InlineData("GET", "/v1/models/gpt-4o", 404)]
    [InlineData("GET", "/v1/chat/completions", 405)]
    public async Task So_have_those_that_no_endpoint_writes(string method, string path, int status)
    {
        await using var server = await Server();
        using var response = await server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Too_many_are_told_so_in_that_shape()
    {
        await using var server = await Server("--RateLimit:PerMinute=1");
        await Post(server, new { messages = new[] { new { role = "user", content = "甲" } } });
        var error = JsonDocument.Parse(await Post(server, new { messages = new[] { new { role = "user", content = "甲" } } })).RootElement.GetProperty("error");
        Assert.Equal("rate_limit_exceeded", error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Where_keys_are_set_one_is_needed_and_other_doors_stay_open()
    {
        await using var server = await Server("--Api:Keys=first-key-1,second-key-2");
        var refused = await Assert.ThrowsAsync<ClientResultException>(async () => { using var wrong = Client(server, "first-key-2"); await wrong.GetResponseAsync(Question); });
        Assert.Equal(401, refused.Status);
        using var right = Client(server, "second-key-2");
        Assert.Contains("500名", (await right.GetResponseAsync(Question)).Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("/v1/models")).StatusCode);
        Assert.True((await server.Client.PostAsJsonAsync("/api/ask", new { question = Question })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task There_is_one_model()
    {
        await using var server = await Server();
        var models = JsonDocument.Parse(await server.Client.GetStringAsync("/v1/models")).RootElement;
        Assert.Equal("policyqa", Assert.Single(models.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
    }

    private static async Task<WebServer> Server(params string[] switches)
    {
        var server = await WebServer.StartAsync(ready: false, switches: switches);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        return server;
    }

    private static IChatClient Client(WebServer server, string key = "any") =>
        new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(server.Client.BaseAddress!, "/v1"), RetryPolicy = new System.ClientModel.Primitives.ClientRetryPolicy(0) }).GetChatClient("policyqa").AsIChatClient();

    private static async Task<string> Post(WebServer server, object body)
    {
        using var response = await server.Client.PostAsJsonAsync("/v1/chat/completions", body);
        return await response.Content.ReadAsStringAsync();
    }
}
