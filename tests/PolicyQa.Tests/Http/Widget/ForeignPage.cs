using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using PolicyQa.App;
using PolicyQa.Tests.Answering;

namespace PolicyQa.Tests.Http.Widget;

/// <summary>Somebody else's page, of another origin, with the widget on it: a strict content security policy and styles that mean ill.</summary>
internal sealed class ForeignPage : IAsyncDisposable
{
    private const string Hostile =
        """
        html { font-size: 9px; }
        * { display: inline !important; float: left !important; color: lime !important; letter-spacing: 1em !important; text-transform: uppercase !important;
            visibility: hidden; transform: rotate(2deg); opacity: .1; background: red !important; }
        button, textarea, p, section { display: none !important; }
        """;

    private readonly WebApplication site;

    private ForeignPage(WebServer server, WebApplication site, IPage page)
    {
        Server = server;
        this.site = site;
        Page = page;
        Address = site.Urls.First();
    }

    public WebServer Server { get; }

    public IPage Page { get; }

    public string Address { get; }

    public ILocator Widget => Page.Locator("policy-qa");

    /// <summary>Opens it. The service answers from <see cref="MadeUpTown"/>.</summary>
    /// <param name="browser">Where.</param>
    /// <param name="attributes">Of the element.</param>
    /// <param name="hostile">With the styles that mean ill.</param>
    /// <param name="open">Makes the browser's page; null for an ordinary one.</param>
    /// <param name="switches">Settings of the service.</param>
    public static async Task<ForeignPage> OpenAsync(BrowserFixture browser, string attributes = "", bool hostile = false, Func<Task<IPage>>? open = null, params string[] switches)
    {
        var page = await (open?.Invoke() ?? browser.NewPageAsync());
        var server = await WebServer.StartAsync(ready: false, switches: switches);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        var service = server.Client.BaseAddress!.ToString().TrimEnd('/');
        var host = await StartSite(service, attributes, hostile);
        var foreign = new ForeignPage(server, host, page);
        await page.GotoAsync(foreign.Address);
        return foreign;
    }

    /// <summary>Types a question and sends it by Enter.</summary>
    public async Task AskAsync(string question)
    {
        await Widget.Locator("textarea").FillAsync(question);
        await Widget.Locator("textarea").PressAsync("Enter");
    }

    /// <summary>Asks and waits for the answer's words.</summary>
    public async Task<string> AnswerAsync(string question)
    {
        var before = await Widget.Locator(".turn").CountAsync();
        await AskAsync(question);
        return await Widget.Locator(".turn").Nth(before).Locator(".short, .none").TextContentAsync() ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await site.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static async Task<WebApplication> StartSite(string service, string attributes, bool hostile)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/style.css", () => Results.Text(Hostile, "text/css"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; script-src 'self' {service}; connect-src {service}; require-trusted-types-for 'script'; base-uri 'none'";
            return Results.Text(
                $"""
                <!doctype html><html lang="zh"><head><meta charset="utf-8"><title>某市人民政府</title><meta name="viewport" content="width=device-width">
                {(hostile ? """<link rel="stylesheet" href="/style.css">""" : "")}
                <script src="{service}/widget.js" defer></script></head>
                <body><main><h1 id="host">某市人民政府</h1><p><a href="#host">通知公告</a></p></main><policy-qa {attributes}></policy-qa></body></html>
                """,
                "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return app;
    }
}
