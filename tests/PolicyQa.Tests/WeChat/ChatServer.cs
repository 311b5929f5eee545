using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyQa.App;
using PolicyQa.App.Channels;
using PolicyQa.App.Channels.WeChat;
using PolicyQa.App.Configuration;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.WeChat;

/// <summary>The real host with all three accounts configured, and people who write to it.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    public const string Token = "QDG6eK";
    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    public const string OtherKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string Id = "wx5823bf96d3bd56c7";

    public static readonly string[] Configured =
    [
        "--WeChat:Enabled=true", $"--WeChat:Token={Token}", $"--WeChat:EncodingAESKey={Key}", $"--WeChat:AppId={Id}", "--WeChat:PerUserPerMinute=0",
        "--WeCom:Enabled=true", $"--WeCom:Token={Token}", $"--WeCom:EncodingAESKey={Key}", $"--WeCom:CorpId={Id}", "--WeCom:PerUserPerMinute=0",
        "--WeCom:AiBot:Enabled=true", "--Site:BaseUrl=https://qa.example.cn",
    ];

    private readonly WebServer web;
    private readonly TimeProvider time;
    private readonly string[] switches;

    private ChatServer(WebServer web, TimeProvider time, string[] switches)
    {
        this.web = web;
        this.time = time;
        this.switches = switches;
    }

    public HttpClient Client => web.Client;

    public EngineHost Engines => web.Engines;

    public static Task<ChatServer> StartAsync(params string[] more) => StartAsync(TimeProvider.System, null, more);

    public static async Task<ChatServer> StartAsync(CapturedLog log, params string[] more)
    {
        string[] all = [.. Configured, .. more];
        return new ChatServer(await WebServer.StartAsync(add: app => app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log), switches: all), TimeProvider.System, all);
    }

    public static async Task<ChatServer> StartAsync(TimeProvider time, Phrasing? phrasing, params string[] more)
    {
        string[] all = [.. Configured, .. more];
        return new ChatServer(await WebServer.StartAsync(time: time, phrasing: phrasing, switches: all), time, all);
    }

    /// <summary>Settings of whoever writes; what is given here differs from the server's.</summary>
    public SimulatedUser User(Platform platform = Platform.WeChat, SendMode mode = SendMode.Secure, params string[] other) =>
        new(web.Client, Settings.Load(null, [.. switches, .. other]).Chat.Accounts.First(a => a.Platform == platform), mode, time);

    /// <summary>One person's text message.</summary>
    public string Says(string text, string user = "oUser", string? id = null) => SimulatedUser.TextMessage(user, text, time.GetUtcNow(), id);

    /// <summary>An event or another kind of message; fields as XML.</summary>
    public string Sends(string fields, string user = "oUser") => SimulatedUser.Message(user, time.GetUtcNow(), fields);

    public async Task<string?> AskAsync(string text, string user = "oUser", Platform platform = Platform.WeChat, SendMode mode = SendMode.Secure) =>
        (await User(platform, mode).SendAsync(Says(text, user))).Text;

    public Task StopAsync() => web.StopAsync();

    public ValueTask DisposeAsync() => web.DisposeAsync();
}
