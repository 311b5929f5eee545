using System.CommandLine;
using PolicyQa.App.Channels.WeChat;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Cli;

/// <summary>wechat send: plays a user of WeChat or WeCom against a running server, so that all can be tried without an account.</summary>
internal static class WeChatCommand
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);
    private static readonly Dictionary<string, Platform> Platforms = new(StringComparer.Ordinal) { ["wechat"] = Platform.WeChat, ["wecom"] = Platform.WeCom, ["aibot"] = Platform.AiBot };
    private static readonly Dictionary<string, SendMode> Modes = new(StringComparer.Ordinal) { ["plain"] = SendMode.Plain, ["compatible"] = SendMode.Compatible, ["secure"] = SendMode.Secure };

    public static Command Create(CommonOptions common, Terminal terminal) =>
        new Verb("wechat", "试用微信和企业微信的回调，不需要真的账号。", "wechat send \"市教育局今年要引进多少教师\"") { Send(common, terminal) };

    private static Verb Send(CommonOptions common, Terminal terminal)
    {
        var text = new Argument<string>("text") { HelpName = "问题", Description = "用户发的文字" };
        var url = new Option<string>("--url") { HelpName = "地址", Description = "正在运行的服务（默认 http://127.0.0.1:5080）", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var platform = new Option<string>("--platform") { HelpName = "平台", Description = "wechat（公众号，默认）、wecom（企业微信应用）或 aibot（智能机器人）", DefaultValueFactory = _ => "wechat" };
        var mode = new Option<string?>("--mode") { HelpName = "模式", Description = "plain（明文）、compatible（兼容）或 secure（安全）；默认有密钥时用 secure" };
        var user = new Option<string>("--user") { HelpName = "用户", Description = "扮演哪个用户（默认 simulated）", DefaultValueFactory = _ => "simulated" };
        var verb = new Verb(
            "send",
            "扮演用户发一条消息，打印回复。Token、密钥等取自设置，要与服务的一致。有回复时退出码为 0，没有时为 1。",
            "wechat send \"市教育局今年要引进多少教师\"",
            "wechat send 1 --platform aibot --url http://127.0.0.1:8080")
        {
            text, url, platform, mode, user,
        };
        verb.SetAction(async (parse, token) =>
        {
            var account = Account(common.Load(parse), Choice(Platforms, platform.Name, parse.GetValue(platform)!));
            var chosen = parse.GetValue(mode) is { } named ? Choice(Modes, mode.Name, named) : account.Ciphers.Count > 0 ? SendMode.Secure : SendMode.Plain;
            if (chosen != SendMode.Plain && account.Ciphers.Count == 0) throw new UserErrorException($"设置 {account.Section}:EncodingAESKey 是空的：加密要用它");
            using var http = new HttpClient { BaseAddress = Address(url.Name, parse.GetValue(url)!) };
            var simulated = new SimulatedUser(http, account, chosen, terminal.Time);
            var reply = await ReplyAsync(simulated, account, parse.GetValue(user)!, parse.GetRequiredValue(text), terminal.Time, token);
            if (reply.Status != StatusCodes.Status200OK) throw new UserErrorException($"服务器拒绝了（HTTP {reply.Status}）：{Why(reply.Status, account)}");
            if (reply.Text is not { Length: > 0 } answer)
            {
                terminal.Error.WriteLine("（没有回复）");
                return ExitCode.NotFound;
            }

            terminal.Out.WriteLine(answer);
            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task<SimulatedReply> ReplyAsync(SimulatedUser simulated, CallbackAccount account, string user, string text, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            if (account.Platform != Platform.AiBot) return await simulated.SendAsync(SimulatedUser.TextMessage(user, text, time.GetUtcNow()), null, cancellationToken);
            var reply = await simulated.SendAsync(BotSample.Text(user, text, Guid.NewGuid().ToString("N")), null, cancellationToken);
            while (BotSample.Unfinished(reply) is { } stream)
            {
                await Task.Delay(Refresh, time, cancellationToken);
                reply = await simulated.SendAsync(BotSample.Refresh(user, stream), null, cancellationToken);
            }

            return reply;
        }
        catch (HttpRequestException e)
        {
            throw new UserErrorException($"选项 --url：连不上服务器（{e.HttpRequestError}）；请先运行 serve", e);
        }
    }

    private static CallbackAccount Account(Settings settings, Platform platform)
    {
        var account = settings.Chat.Accounts.First(a => a.Platform == platform);
        account.Check();
        return account;
    }

    private static T Choice<T>(Dictionary<string, T> choices, string option, string value) =>
        choices.TryGetValue(value, out var choice) ? choice : throw new UserErrorException($"选项 {option} 应是 {string.Join('、', choices.Keys)} 之一，实际是“{value}”");

    private static Uri Address(string option, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : throw new UserErrorException($"选项 {option} 应形如 http://127.0.0.1:5080，实际是“{value}”");

    private static string Why(int status, CallbackAccount account) => status switch
    {
        StatusCodes.Status404NotFound => $"服务器没有启用这个平台，请设置 {account.Section}:Enabled",
        StatusCodes.Status403Forbidden => "两边的设置不一致，或服务器不收明文；原因见服务器的 /wechat/selftest",
        _ => "原因见服务器的 /wechat/selftest",
    };
}
