using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Channels.WeChat;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.WeChat;

/// <summary>What the platforms see, over HTTP and the real host.</summary>
public sealed class CallbackTests
{
    private const string Question = "补充多少教师";

    [Theory]
    [InlineData((int)SendMode.Secure)]
    [InlineData((int)SendMode.Compatible)]
    [InlineData((int)SendMode.Plain)]
    public async Task Every_mode_of_an_Official_Account_is_answered_in_its_own_way(int mode)
    {
        await using var server = await ChatServer.StartAsync("--WeChat:AllowPlaintext=true");
        var reply = await server.User(mode: (SendMode)mode).SendAsync(server.Says(Question, "o<A>]]>"));

        Assert.StartsWith("1633名\n\n", reply.Text);
        Assert.Contains("来源：\n[1] <a href=\"https://qa.example.cn/articles/", reply.Text);
        var fields = XmlFields.Parse(reply.Message!)!;
        Assert.Equal("o<A>]]>", fields["ToUserName"]);
        Assert.Equal("gh_policyqa", fields["FromUserName"]);
        Assert.Equal(mode != (int)SendMode.Plain, reply.Body.Contains("<Encrypt>"));
    }

    [Fact]
    public async Task A_WeCom_application_is_answered_too() =>
        Assert.StartsWith("1633名", await (await ChatServer.StartAsync()).AskAsync(Question, platform: Platform.WeCom));

    [Fact]
    public async Task The_sample_message_of_Tencents_library_is_answered_as_it_was_sent_in_2014()
    {
        await using var server = await ChatServer.StartAsync("--WeChat:TimestampWindowSeconds=0");
        const string body = "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><Encrypt><![CDATA[RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==]]></Encrypt></xml>";
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        using var response = await server.Client.PostAsync("/wechat/callback?msg_signature=477715d11cdb4164915debcba66cb864d751f3e6&timestamp=1409659813&nonce=1372623149&encrypt_type=aes", content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<Encrypt>", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_address_is_verified_by_giving_echostr_back_and_not_a_byte_more()
    {
        await using var server = await ChatServer.StartAsync();
        var (query, _) = server.User(mode: SendMode.Plain).Request("", "7");
        Assert.Equal("a+b/=好"u8.ToArray(), await server.Client.GetByteArrayAsync($"/wechat/callback{query}&echostr=a%2Bb%2F%3D%E5%A5%BD"));
        using var wrong = await server.Client.GetAsync($"/wechat/callback{query.Replace("nonce=7", "nonce=8")}&echostr=1");
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Empty(await wrong.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("P9nAzCzyDtyTWESHep1vC5X9xho%2FqYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp%2B4RPcs8TgAE7OaBO%2BFZXvnaqQ%3D%3D")]
    [InlineData("P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==")]
    public async Task WeCom_is_verified_by_decrypting_echostr(string echo)
    {
        await using var server = await ChatServer.StartAsync("--WeCom:TimestampWindowSeconds=0");
        var bytes = await server.Client.GetByteArrayAsync($"/wecom/callback?msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589&nonce=263014780&echostr={echo}");
        Assert.Equal("1616140317555161061"u8.ToArray(), bytes);
    }

    public static TheoryData<string, string[], string[], int, int> Refused => new()
    {
        { "another token", [], ["--WeChat:Token=other"], (int)SendMode.Secure, 403 },
        { "another token, in plain", ["--WeChat:AllowPlaintext=true"], ["--WeChat:Token=other"], (int)SendMode.Plain, 403 },
        { "another key", [], [$"--WeChat:EncodingAESKey={ChatServer.OtherKey}"], (int)SendMode.Secure, 403 },
        { "another account", [], ["--WeChat:AppId=wxother"], (int)SendMode.Secure, 403 },
        { "plaintext where there is a key", [], [], (int)SendMode.Plain, 403 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Whoever_is_not_the_platform_is_refused_without_a_word(string why, string[] server, string[] sender, int mode, int status)
    {
        await using var host = await ChatServer.StartAsync(server);
        var reply = await host.User(Platform.WeChat, (SendMode)mode, sender).SendAsync(host.Says(Question));
        Assert.True(reply.Status == status && reply.Body.Length == 0, $"{why}: {reply.Status} {reply.Body}");
    }

    [Fact]
    public async Task During_a_rotation_both_keys_are_good_and_the_reply_uses_the_senders()
    {
        await using var server = await ChatServer.StartAsync($"--WeChat:EncodingAESKey={ChatServer.OtherKey}", $"--WeChat:PreviousEncodingAESKey={ChatServer.Key}");
        var still = server.User(Platform.WeChat, SendMode.Secure, $"--WeChat:EncodingAESKey={ChatServer.Key}", "--WeChat:PreviousEncodingAESKey=");
        var already = server.User(Platform.WeChat, SendMode.Secure, "--WeChat:PreviousEncodingAESKey=");
        Assert.StartsWith("1633名", (await still.SendAsync(server.Says(Question))).Text);
        Assert.StartsWith("1633名", (await already.SendAsync(server.Says(Question))).Text);
    }

    [Fact]
    public async Task Without_a_key_plaintext_is_all_there_is()
    {
        await using var server = await ChatServer.StartAsync("--WeChat:EncodingAESKey=");
        Assert.StartsWith("1633名", await server.AskAsync(Question, mode: SendMode.Plain));
    }

    [Theory]
    [InlineData("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><FromUserName>o</FromUserName><MsgType>text</MsgType><Content>&e;</Content><MsgId>1</MsgId></xml>")]
    [InlineData("<xml><MsgType>text</MsgType></xml>")]
    [InlineData("not xml")]
    [InlineData("")]
    public async Task What_is_decrypted_is_no_more_trusted_than_what_comes_in_plain(string message)
    {
        await using var server = await ChatServer.StartAsync("--WeChat:AllowPlaintext=true");
        foreach (var mode in new[] { SendMode.Secure, SendMode.Plain })
        {
            var reply = await server.User(mode: mode).SendAsync(message);
            Assert.Equal((400, ""), (reply.Status, reply.Body));
        }
    }

    [Theory]
    [InlineData("/wechat/callback")]
    [InlineData("/wecom/callback")]
    public async Task A_body_beyond_all_measure_is_not_even_parsed(string path)
    {
        await using var server = await ChatServer.StartAsync();
        using var content = new StringContent("<xml>" + new string(' ', 70_000));
        using var response = await server.Client.PostAsync(path, content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/wechat/callback")]
    [InlineData("/wecom/callback")]
    [InlineData("/wechat/selftest")]
    public async Task What_is_not_configured_is_not_there(string path)
    {
        await using var server = await WebServer.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(path)).StatusCode);
        using var content = new StringContent("<xml/>");
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.PostAsync(path, content)).StatusCode);
    }

    [Theory]
    [InlineData(-299, 200)]
    [InlineData(299, 200)]
    [InlineData(-301, 403)]
    [InlineData(301, 403)]
    public async Task A_request_counts_within_the_window_of_its_timestamp(int seconds, int status)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(55));
        await using var server = await ChatServer.StartAsync(time, null, "--WeChat:TimestampWindowSeconds=300");
        var (query, body) = server.User().Request(server.Says(Question), "1");
        if (seconds > 0) time.Advance(TimeSpan.FromSeconds(seconds));
        else
        {
            // The sender's clock is ahead of ours.
            await using var behind = await ChatServer.StartAsync(new FakeTimeProvider(time.GetUtcNow().AddSeconds(seconds)), null);
            Assert.Equal(status, await PostAsync(behind, query, body));
            return;
        }

        Assert.Equal(status, await PostAsync(server, query, body));
    }

    [Fact]
    public async Task A_captured_request_with_another_body_gets_nothing()
    {
        // In plaintext the signature does not cover the body.
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(55));
        await using var server = await ChatServer.StartAsync(time, null, "--WeChat:AllowPlaintext=true");
        var user = server.User(mode: SendMode.Plain);
        Assert.NotNull((await user.SendAsync(server.Says(Question), nonce: "42")).Text);
        Assert.Equal("success", (await user.SendAsync(server.Says("局长是谁", "victim"), nonce: "42")).Body);
        await using var open = await ChatServer.StartAsync(time, null, "--WeChat:AllowPlaintext=true", "--WeChat:ReplayProtection=false");
        Assert.NotNull((await open.User(mode: SendMode.Plain).SendAsync(open.Says(Question), nonce: "42")).Text);
        Assert.NotNull((await open.User(mode: SendMode.Plain).SendAsync(open.Says("局长是谁"), nonce: "42")).Text);
    }

    [Theory]
    [InlineData((int)SendMode.Secure)]
    [InlineData((int)SendMode.Plain)]
    public async Task A_message_that_is_delivered_again_is_not_answered_again(int mode)
    {
        await using var server = await ChatServer.StartAsync("--WeChat:AllowPlaintext=true");
        var user = server.User(mode: (SendMode)mode);
        var message = server.Says(Question, id: "7");
        Assert.StartsWith("1633名", (await user.SendAsync(message, nonce: "1")).Text);
        Assert.Equal("success", (await user.SendAsync(message, nonce: "1")).Body);
        Assert.Equal("success", (await user.SendAsync(message, nonce: "2")).Body);
        // MsgId has collided between users.
        Assert.StartsWith("1633名", (await user.SendAsync(server.Says(Question, "other", id: "7"))).Text);
    }

    [Fact]
    public async Task On_an_inner_fault_a_person_gets_a_polite_sentence_and_WeChat_200()
    {
        await using var server = await ChatServer.StartAsync();
        server.Engines.Engine.Dispose();
        foreach (var platform in new[] { Platform.WeChat, Platform.WeCom })
        {
            var reply = await server.User(platform).SendAsync(server.Says(Question));
            Assert.Equal((200, "抱歉，刚才出了点问题，请稍后再问一次。"), (reply.Status, reply.Text));
        }

        var bot = await server.User(Platform.AiBot).SendAsync(BotSample.Text("u", Question, "m"));
        Assert.Equal((200, "抱歉，刚才出了点问题，请稍后再问一次。"), (bot.Status, bot.Text));
        Assert.Null(BotSample.Unfinished(bot));
    }

    [Fact]
    public async Task Nobodys_name_words_token_or_key_get_into_the_log()
    {
        using var log = new CapturedLog();
        await using var server = await ChatServer.StartAsync(log, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:PolicyQa=Trace");
        foreach (var platform in new[] { Platform.WeChat, Platform.WeCom })
        {
            Assert.NotNull(await server.AskAsync(Question, "oSecretUser", platform));
            Assert.Equal(403, (await server.User(platform, SendMode.Secure, "--WeChat:Token=other", "--WeCom:Token=other").SendAsync(server.Says(Question, "oSecretUser"))).Status);
        }

        server.Engines.Engine.Dispose();
        Assert.NotNull(await server.AskAsync(Question, "oSecretUser"));

        var text = log.Text;
        Assert.Contains("-40001", text);
        Assert.Contains("处理 WeChat 的消息时出错", text);
        foreach (var secret in new[] { "oSecretUser", Question, ChatServer.Token, ChatServer.Key, "msg_signature=", Uri.EscapeDataString(Question) }) Assert.DoesNotContain(secret, text);
    }

    private static async Task<int> PostAsync(ChatServer server, string query, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        using var response = await server.Client.PostAsync("/wechat/callback" + query, content);
        return (int)response.StatusCode;
    }
}
