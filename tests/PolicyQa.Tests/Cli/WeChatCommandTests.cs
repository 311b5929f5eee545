using PolicyQa.Tests.WeChat;

namespace PolicyQa.Tests.Cli;

/// <summary>wechat send, against a server that runs.</summary>
public sealed class WeChatCommandTests
{
    [Theory]
    [InlineData("", "1633名")]
    [InlineData("--mode compatible", "1633名")]
    [InlineData("--platform wecom", "1633名")]
    [InlineData("--platform aibot", "**1633名**")]
    public async Task A_user_is_played_without_an_account(string options, string starts)
    {
        await using var server = await ChatServer.StartAsync();
        var run = await CommandRun.Of(["wechat", "send", "补充多少教师", "--url", $"{server.Client.BaseAddress}", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. ChatServer.Configured]);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(starts, run.Out);
    }

    [Theory]
    [InlineData("--mode plain", "HTTP 403")]
    [InlineData("--WeChat:Token=other", "HTTP 403")]
    [InlineData("--WeChat:Token=", "设置 WeChat:Token 是空的")]
    [InlineData("--WeChat:EncodingAESKey=short", "设置 WeChat:EncodingAESKey 应是 43 位字母和数字，实际是 5 位")]
    [InlineData("--platform qq", "选项 --platform 应是 wechat、wecom、aibot 之一")]
    [InlineData("--mode open", "选项 --mode 应是 plain、compatible、secure 之一")]
    [InlineData("--url nonsense", "选项 --url 应形如")]
    [InlineData("--url http://127.0.0.1:1", "连不上服务器")]
    public async Task What_is_wrong_is_named_in_one_line(string options, string expected)
    {
        await using var server = await ChatServer.StartAsync();
        string[] url = options.StartsWith("--url") ? [] : ["--url", $"{server.Client.BaseAddress}"];
        var run = await CommandRun.Of(["wechat", "send", "问题", .. url, .. ChatServer.Configured, .. options.Split(' ')]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain(ChatServer.Key, run.Error);
    }

    [Fact]
    public async Task A_platform_that_is_off_is_said_to_be_off()
    {
        await using var server = await Http.WebServer.StartAsync();
        var run = await CommandRun.Of(["wechat", "send", "问题", "--url", $"{server.Client.BaseAddress}", .. ChatServer.Configured]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("WeChat:Enabled", run.Error);
    }

    [Theory]
    [InlineData("--WeChat:Token=", "设置 WeChat:Token 是空的")]
    [InlineData("--WeChat:AppId=", "设置 WeChat:AppId 是空的")]
    [InlineData("--WeCom:CorpId=", "设置 WeCom:CorpId 是空的")]
    [InlineData("--WeCom:EncodingAESKey=", "设置 WeCom:EncodingAESKey 是空的")]
    [InlineData("--WeChat:PreviousEncodingAESKey=1", "设置 WeChat:PreviousEncodingAESKey")]
    [InlineData("--WeChat:Enabled=maybe", "设置 WeChat:Enabled 应是 true 或 false")]
    [InlineData("--WeChat:TimestampWindowSeconds=-1", "设置 WeChat:TimestampWindowSeconds 应是 0 到 86400 之间的整数")]
    [InlineData("--WeChat:CustomerService:Enabled=true", "设置 WeChat:CustomerService:AppSecret 是空的")]
    [InlineData("--Site:BaseUrl=qa.example.cn", "设置 Site:BaseUrl 应是 http:// 或 https:// 开头的网址")]
    public async Task A_setting_that_cannot_work_stops_the_start_and_is_named(string setting, string expected)
    {
        var run = await CommandRun.Of(["serve", .. ChatServer.Configured, setting]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error);
        Assert.DoesNotContain(ChatServer.Key, run.Error);
    }
}
