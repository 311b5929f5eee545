using Microsoft.Playwright;
using PolicyQa.App;
using PolicyQa.Corpus;
using PolicyQa.Tests.Answering;

namespace PolicyQa.Tests.Http;

/// <summary>Every page in every state, by axe's rules and by size.</summary>
public sealed class AccessibilityTests(BrowserFixture browser) : IAsyncLifetime
{
    private TownServer server = null!;

    public async ValueTask InitializeAsync() => server = await TownServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    public async Task Every_page_and_state_is_accessible_and_fits(int width, ColorScheme scheme)
    {
        server.Web.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        server.Web.Engines.Engine.WarmUp();
        var page = await browser.NewPageAsync(width, 800, scheme);
        var article = ArticleAddress.Of(server.Web.Engines.Engine.Articles[0].Id);
        string[] paths = ["/", "/?all=1", Question("市教育局要培训多少人"), Question("各部门分别引进多少人才"), Question("要培训多少人"), Question("市教育局建多少个游泳馆"), $"{article}?start=60&end=70&lines=1", $"{article}?v=00000000#3-9", "/embed"];
        foreach (var path in paths)
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(server.Root + path);
            await page.AssertAccessibleAsync($"{width} {scheme}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
        }

        Assert.Empty(browser.Complaints(page));

        // Pages of errors; a browser's console complains of their status.
        server.Web.Engines.Publish(WebServer.Snapshot());
        foreach (var path in (string[])["/?q=", "/articles/none", "/none", "/articles/edu"])
        {
            await page.GotoAsync(server.Root + path);
            await page.AssertAccessibleAsync($"{width} {scheme}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
        }
    }

    [Fact]
    public async Task Whatever_a_finger_aims_at_is_large_enough()
    {
        var page = await browser.NewPageAsync(360, 740);
        foreach (var path in (string[])["/", Question("市教育局全年培训教师多少名"), "/embed", "/articles/none"])
        {
            await page.GotoAsync(server.Root + path);
            var small = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a, button, input:not([type=hidden])')].filter(e => e.checkVisibility() && !e.matches('.skip, p a, .card a') && e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML)");
            Assert.Empty(small);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles/edu?start=0&end=2&lines=1")]
    [InlineData("/embed")]
    public async Task Wherever_the_keyboard_goes_it_can_be_seen(string path)
    {
        server.Web.Engines.Publish(WebServer.Snapshot());
        var page = await browser.NewPageAsync(360, 740);
        await page.GotoAsync(server.Root + path);
        for (var i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>("(e => e === document.body || getComputedStyle(e).outlineStyle === 'solid' ? '' : e.outerHTML)(document.activeElement.shadowRoot?.activeElement ?? document.activeElement)"));
        }
    }

    private static string Question(string question) => "/?q=" + Uri.EscapeDataString(question);
}
