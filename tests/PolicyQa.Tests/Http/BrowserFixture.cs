using System.Collections.Concurrent;
using Microsoft.Playwright;
using PolicyQa.Tests.Http;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace PolicyQa.Tests.Http;

/// <summary>One browser for all tests, started by the first that wants it. Each page has a context, and so cookies and storage, of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Arguments =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly ConcurrentDictionary<IPage, ConcurrentQueue<string>> complaints = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A blank page of a fresh visitor. Skips the test where there is no Chromium.</summary>
    public async Task<IPage> NewPageAsync(int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool javaScript = true, bool reducedMotion = true)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not installed");
        var context = await (await BrowserAsync()).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = javaScript,
            ReducedMotion = reducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            Locale = "zh-CN",
        });
        var page = await context.NewPageAsync();
        var heard = complaints[page] = new ConcurrentQueue<string>();
        page.Console += (_, message) => { if (message.Type == "error") heard.Enqueue(message.Text); };
        page.PageError += (_, message) => heard.Enqueue(message);
        return page;
    }

    /// <summary>Errors on the page's console so far (scripts that failed, what its CSP refused, failed requests), oldest first.</summary>
    public IReadOnlyList<string> Complaints(IPage page) => [.. complaints[page]];

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments });
        }
        finally
        {
            starting.Release();
        }
    }
}
