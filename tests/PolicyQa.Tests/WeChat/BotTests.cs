using System.Net;
using System.Text;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

/// <summary>The 智能机器人 without a language model: one answer, finished at once.</summary>
public sealed class BotTests : IAsyncLifetime
{
    private ChatServer server = null!;

    public async ValueTask InitializeAsync() => server = await ChatServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task An_answer_is_one_finished_stream_in_Markdown()
    {
        var reply = await server.User(Platform.AiBot).SendAsync(BotSample.Text("u", "补充多少教师", "m"));
        Assert.StartsWith("**1633名**\n\n", reply.Text);
        Assert.Contains("1. [《", reply.Text);
        Assert.Contains("](https://qa.example.cn/articles/", reply.Text);
        Assert.Null(BotSample.Unfinished(reply));
        Assert.Contains("\"timestamp\":", reply.Body);
    }

    public static TheoryData<string, string?> Kinds => new()
    {
        { """{"msgid":"1","chattype":"group","chatid":"c","from":{"userid":"u"},"msgtype":"text","text":{"content":"@政策机器人 补充多少教师"}}""", "1633名" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"voice","voice":{"content":"补充多少教师"}}""", "1633名" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"image"},{"msgtype":"text","text":{"content":"补充多少教师"}}]}}""", "1633名" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"text","quote":{"msgtype":"text","text":{"content":"别的"}},"text":{"content":"补充多少教师😀"}}""", "1633名" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"voice","voice":{}}""", "文字" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"image","image":{"url":"x"}}""", "文字" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"mixed","mixed":7}""", "文字" },
        { """{"msgid":"1","from":"u","msgtype":"text","text":["补充多少教师"]}""", "文字" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"text","text":{"content":"\ud800"}}""", "文字" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"event","event":{"eventtype":"enter_chat"}}""", "您好" },
        { """{"msgid":"1","from":{"userid":"u"},"msgtype":"event","event":{"eventtype":"feedback_event"}}""", null },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_message_gets_what_is_due(string message, string? expected)
    {
        var reply = await server.User(Platform.AiBot).SendAsync(message);
        Assert.Equal(200, reply.Status);
        if (expected is null) Assert.Empty(reply.Body);
        else Assert.Contains(expected, reply.Text);
    }

    [Fact]
    public async Task A_message_that_is_delivered_again_joins_its_stream()
    {
        var user = server.User(Platform.AiBot);
        var message = BotSample.Text("u", "补充多少教师", "m");
        var first = await user.SendAsync(message, nonce: "1");
        Assert.Equal(first.Message, (await user.SendAsync(message, nonce: "1")).Message);
        Assert.Equal(first.Message, (await user.SendAsync(message, nonce: "2")).Message);
        Assert.NotEqual(first.Message, (await user.SendAsync(BotSample.Text("other", "补充多少教师", "m"))).Message);
    }

    [Theory]
    [InlineData("{\"encrypt\":7}", 403)]
    [InlineData("{\"encrypt\":\"AAAA\"}", 403)]
    [InlineData("{}", 400)]
    [InlineData("{\"encrypt\":", 400)]
    public async Task What_is_not_from_the_platform_is_refused(string body, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/wecom/callback?msg_signature=x&timestamp=1&nonce=1", content);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_bot_may_have_credentials_of_its_own_at_the_same_address()
    {
        string[] own = ["--WeCom:AiBot:Enabled=", "--WeCom:AiBot:Token=botToken", $"--WeCom:AiBot:EncodingAESKey={ChatServer.OtherKey}"];
        await using var both = await ChatServer.StartAsync(own);
        Assert.StartsWith("**1633名**", (await both.User(Platform.AiBot).SendAsync(BotSample.Text("u", "补充多少教师", "m"))).Text);
        Assert.StartsWith("1633名", await both.AskAsync("补充多少教师", platform: Platform.WeCom));
        var application = both.User(Platform.AiBot, SendMode.Secure, "--WeCom:AiBot:Token=", "--WeCom:AiBot:EncodingAESKey=", "--WeCom:AiBot:Enabled=true");
        Assert.Equal(403, (await application.SendAsync(BotSample.Text("u", "补充多少教师", "m"))).Status);
    }

    [Fact]
    public void Emoji_and_backslashes_go_out_as_they_are() =>
        Assert.Equal("""{"a":"😀\\ud83d\\ude00\\😀"}""", BotJson.Write(json => json.WriteString("a", "😀\\ud83d\\ude00\\😀")));
}
