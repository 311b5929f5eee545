using System.Net;
using System.Text;
using System.Text.Json;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

public sealed class SelfTestTests
{
    public static TheoryData<string, int, string> Wrong => new()
    {
        { "--WeChat:Token=other", -40001, "WeChat:Token" },
        { $"--WeChat:EncodingAESKey={ChatServer.OtherKey}", -40008, "WeChat:EncodingAESKey" },
        { "--WeChat:AppId=wxother", -40005, "WeChat:AppId" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task It_names_the_parameter_that_differs(string sender, int code, string parameter)
    {
        await using var server = await ChatServer.StartAsync();
        var user = server.User(Platform.WeChat, SendMode.Secure, sender);
        await user.SendAsync(server.Says("问"));
        var last = (await ReportAsync(server, "")).GetProperty("accounts")[0].GetProperty("lastRefusal");
        Assert.Equal((code, parameter), (last.GetProperty("code").GetInt32(), last.GetProperty("parameter").GetString()));

        // The same, by handing the request to the self-test.
        var (query, body) = user.Request(server.Says("问"), "1");
        var report = await ReportAsync(server, query, body);
        Assert.False(report.GetProperty("ok").GetBoolean());
        Assert.Equal(parameter, report.GetProperty("request").GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("?signature=x&nonce=1", "timestamp")]
    [InlineData("?signature=x&timestamp=1", "nonce")]
    [InlineData("?platform=wecom&signature=x&timestamp=1&nonce=1", "msg_signature")]
    [InlineData("?signature=x&timestamp=1&nonce=1", "WeChat:Token")]
    public async Task It_names_what_is_missing_in_the_address(string query, string parameter)
    {
        await using var server = await ChatServer.StartAsync();
        Assert.Equal(parameter, (await ReportAsync(server, query)).GetProperty("request").GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_token_the_platform_would_not_take_and_a_strange_id_are_pointed_out()
    {
        await using var server = await ChatServer.StartAsync("--WeChat:Token=t-1", "--WeCom:CorpId=company");
        var wrong = (await ReportAsync(server, "")).GetProperty("accounts").EnumerateArray()
            .SelectMany(a => a.GetProperty("checks").EnumerateArray()).Where(c => !c.GetProperty("ok").GetBoolean()).Select(c => c.GetProperty("parameter").GetString());
        Assert.Equal(["WeChat:Token", "WeCom:CorpId"], wrong);
    }

    [Fact]
    public async Task All_is_well_where_all_is_well_and_no_secret_is_shown()
    {
        await using var server = await ChatServer.StartAsync();
        var (query, body) = server.User().Request(server.Says("问"), "1");
        var report = await ReportAsync(server, query, body);
        Assert.True(report.GetProperty("ok").GetBoolean());
        Assert.DoesNotContain(ChatServer.Token, report.GetRawText());
        Assert.DoesNotContain(ChatServer.Key, report.GetRawText());
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("X-Real-IP")]
    public async Task Whoever_comes_through_a_proxy_is_not_local(string header)
    {
        await using var server = await ChatServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/wechat/selftest") { Headers = { { header, "1.2.3.4" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(request)).StatusCode);
    }

    private static async Task<JsonElement> ReportAsync(ChatServer server, string query, string? body = null)
    {
        using var content = new StringContent(body ?? "", Encoding.UTF8, "text/xml");
        using var response = body is null ? await server.Client.GetAsync("/wechat/selftest" + query) : await server.Client.PostAsync("/wechat/selftest" + query, content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
