using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PolicyQa.Tests.WeChat;

/// <summary>api.weixin.qq.com on this machine: stable_token and custom/send.</summary>
internal sealed class FakeWeChat : IAsyncDisposable
{
    private readonly WebApplication app;
    private int generation;

    private FakeWeChat(WebApplication app) => this.app = app;

    /// <summary>What custom/send says, in order; then 0.</summary>
    public ConcurrentQueue<int> Codes { get; } = new();

    /// <summary>Bodies of custom/send as they came.</summary>
    public ConcurrentQueue<string> Sent { get; } = new();

    /// <summary>Tokens that custom/send was given.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    /// <summary>force_refresh of each request for a token.</summary>
    public ConcurrentQueue<bool> Fetches { get; } = new();

    /// <summary>Seconds; WeChat says 7200.</summary>
    public int ExpiresIn { get; set; } = 7200;

    /// <summary>The refresh within the last minutes gives the same token unless forced.</summary>
    public bool RenewsUnforced { get; set; }

    public string Url => app.Urls.First();

    public static async Task<FakeWeChat> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var fake = new FakeWeChat(builder.Build());
        fake.app.Run(fake.AnswerAsync);
        await fake.app.StartAsync();
        return fake;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (http.Request.Path == "/cgi-bin/stable_token")
        {
            var json = JsonDocument.Parse(body).RootElement;
            var force = json.GetProperty("force_refresh").GetBoolean();
            Fetches.Enqueue(force);
            if (json.GetProperty("secret").GetString() != "secret")
            {
                await http.Response.WriteAsync("""{"errcode":40125,"errmsg":"invalid appsecret"}""");
                return;
            }

            if (force || RenewsUnforced || generation == 0) generation++;
            await http.Response.WriteAsync($$"""{"access_token":"token{{generation}}","expires_in":{{ExpiresIn}}}""");
            return;
        }

        Tokens.Enqueue(http.Request.Query["access_token"].ToString());
        Sent.Enqueue(body);
        var code = Codes.TryDequeue(out var next) ? next : 0;
        await http.Response.WriteAsync($$"""{"errcode":{{code}},"errmsg":"x"}""");
    }
}
