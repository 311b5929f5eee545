using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PolicyQa.App;
using PolicyQa.Tests.Answering;

namespace PolicyQa.Tests.Http;

public sealed class ApiTests : IAsyncLifetime
{
    private WebServer server = null!;

    public async ValueTask InitializeAsync() => server = await WebServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task An_answer_has_the_fields_of_the_contract_and_unescaped_Chinese()
    {
        using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question = " 补充多少教师 " });
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Contains("\"question\":\"补充多少教师\"", body);
        Assert.Equal(
            ["question", "status", "answer", "text", "citations", "confidence", "note", "suggestions", "conversationId"],
            JsonDocument.Parse(body).RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task A_conversation_keeps_its_id_and_a_new_one_gets_one()
    {
        var first = await Ask(new { question = "甲" });
        var second = await Ask(new { question = "乙" });
        var own = await Ask(new { question = "丙", conversationId = "my-Own_1" });

        Assert.NotEqual(first.GetProperty("conversationId").GetString(), second.GetProperty("conversationId").GetString());
        Assert.True(first.GetProperty("conversationId").GetString()!.Length >= 22);
        Assert.Equal("my-Own_1", own.GetProperty("conversationId").GetString());
    }

    [Theory]
    [InlineData("教育局")]
    [InlineData("市教育局要培训多少人")]
    public async Task A_choice_taken_answers_the_question_that_was_asked(string choice)
    {
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        var asked = await Ask(new { question = "要培训多少人" });
        Assert.Equal("clarify", asked.GetProperty("status").GetString());
        Assert.Contains("市教育局要培训多少人", asked.GetProperty("suggestions").EnumerateArray().Select(s => s.GetString()));

        var answered = await Ask(new { question = choice, conversationId = asked.GetProperty("conversationId").GetString() });
        Assert.Equal("500名", answered.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Events_are_deltas_then_the_answer_then_done()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "补充多少教师" }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await server.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('\n')).ToList();
        Assert.All(events[..^2], e => Assert.Equal("event: delta", e[0]));
        Assert.Equal("event: answer", events[^2][0]);
        Assert.Equal("event: done", events[^1][0]);
        var answer = JsonDocument.Parse(events[^2][1]["data: ".Length..]).RootElement;
        var lastDelta = JsonDocument.Parse(events[^3][1]["data: ".Length..]).RootElement;
        Assert.Equal(answer.GetProperty("text").GetString(), lastDelta.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Explain_adds_why_and_nothing_else()
    {
        var plain = await Ask(new { question = "补充多少教师", explain = false });
        var explained = await Ask(new { question = "补充多少教师", explain = true });

        Assert.False(plain.TryGetProperty("explanation", out _));
        Assert.Equal(plain.GetProperty("text").GetString(), explained.GetProperty("text").GetString());
        var why = explained.GetProperty("explanation");
        Assert.Equal(["question", "articles", "passages", "sentences", "spans", "verdict"], why.EnumerateObject().Select(p => p.Name));
        Assert.Equal("quantity", why.GetProperty("question").GetProperty("kind").GetString());
        Assert.Equal(0.45, why.GetProperty("verdict").GetProperty("threshold").GetDouble());
    }

    [Fact]
    public async Task The_answer_event_explains_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "补充多少教师", explain = true }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await server.Client.SendAsync(request);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        var answer = lines.SkipWhile(l => l != "event: answer").ElementAt(1);
        Assert.Contains("\"explanation\":{\"question\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_leave_out_the_preface_unless_asked_for()
    {
        var plain = await server.Client.GetFromJsonAsync<JsonElement>("/api/articles");
        var all = await server.Client.GetFromJsonAsync<JsonElement>("/api/articles?include=preface");

        Assert.Equal(1, plain.GetProperty("total").GetInt32());
        Assert.Equal("edu", plain.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(2, all.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/api/articles/preface")).StatusCode);
    }

    [Fact]
    public async Task An_article_carries_text_sections_lines_and_damages()
    {
        var article = await server.Client.GetFromJsonAsync<JsonElement>("/api/articles/edu");

        Assert.Equal(WebServer.Interview.Text, article.GetProperty("text").GetString());
        Assert.Equal("headline", article.GetProperty("sections")[0].GetProperty("role").GetString());
        Assert.Equal("一是", article.GetProperty("sections")[4].GetProperty("label").GetString());
        Assert.Equal(9, article.GetProperty("lines")[1].GetProperty("line").GetInt32());
        Assert.Equal("cutOff", article.GetProperty("damages")[0].GetProperty("kind").GetString());
        Assert.Equal("/articles/edu", article.GetProperty("url").GetString());
        Assert.Equal("局长", article.GetProperty("post").GetString());
    }

    [Fact]
    public async Task Passages_are_a_list_with_a_total()
    {
        var passages = await server.Client.GetFromJsonAsync<JsonElement>("/api/passages?q=教师&department=没有这个局");
        Assert.Equal(0, passages.GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Array, passages.GetProperty("items").ValueKind);
    }

    [Fact]
    public async Task Operations_answer()
    {
        Assert.Equal("""{"status":"ok"}""", await server.Client.GetStringAsync("/healthz"));
        var ready = await server.Client.GetFromJsonAsync<JsonElement>("/readyz");
        Assert.Equal(2, ready.GetProperty("articles").GetInt32());
        var openApi = await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.Equal(
            ["/api/ask", "/api/articles", "/api/articles/{id}", "/api/passages", "/api/samples", "/api/feedback", "/api/commitments", "/v1/models", "/v1/chat/completions"],
            openApi.GetProperty("paths").EnumerateObject().Select(p => p.Name));
        Assert.True(openApi.GetProperty("paths").GetProperty("/api/ask").GetProperty("post").TryGetProperty("requestBody", out _));
    }

    private async Task<JsonElement> Ask(object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/api/ask", content);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
