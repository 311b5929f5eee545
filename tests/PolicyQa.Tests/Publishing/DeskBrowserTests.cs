using Microsoft.Playwright;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Publishing;

/// <summary>The main walks of officials in a real browser.</summary>
public sealed class DeskBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_official_brings_a_page_publishes_it_and_goes_back()
    {
        var page = await browser.NewPageAsync();
        await using var server = await DeskServer.StartAsync();
        await server.SignInAsync(page);
        await page.GotoAsync($"{server.Client.BaseAddress}admin/corpus");
        await page.SetInputFilesAsync("#files", new FilePayload { Name = "jobs.txt", MimeType = "text/plain", Buffer = Desk.Bytes(Desk.Jobs) });
        Assert.Equal("jobs.txt", await page.TextContentAsync(".drop strong"));
        await page.ClickAsync(".upload button");
        await page.WaitForSelectorAsync(".card-of");
        Assert.Contains("李思远", await page.TextContentAsync(".card-of"));
        await page.ClickAsync(".decide button[type=submit]");
        Assert.Contains("已发布", await page.TextContentAsync(".done"));
        Assert.Equal(2, server.Engine.Articles.Count);
        await page.ClickAsync("text=恢复到这一版…");
        await page.ClickAsync("text=确认恢复");
        Assert.Contains("已发布，现在是第 3 版", await page.TextContentAsync(".done"));
        Assert.Single(server.Engine.Articles);
        Assert.Empty(browser.Complaints(page));
    }

    [Fact]
    public async Task The_lexicon_is_looked_at_while_one_types()
    {
        var page = await browser.NewPageAsync();
        await using var server = await DeskServer.StartAsync();
        await server.SignInAsync(page);
        await page.GotoAsync($"{server.Client.BaseAddress}admin/lexicon?new=1");
        await page.FillAsync("#f-sample", "云端草原行动");
        await page.FillAsync("#f-text", "云端草原行动\n坏行 = \n");
        await page.Locator("#sight .tokens .differs", new PageLocatorOptions { HasText = "云端草原行动" }).WaitForAsync();
        Assert.Contains("第 2 行", await page.TextContentAsync("#sight"));
        await page.FillAsync("#f-file", "本地.txt");
        await page.ClickAsync(".decide button");
        await page.Locator("#trial", new PageLocatorOptions { HasText = "答对的" }).WaitForAsync(new LocatorWaitForOptions { Timeout = 30_000 });
        Assert.Contains("没有一个回答会变", await page.TextContentAsync("#trial"));
        Assert.Empty(browser.Complaints(page));
    }

    [Fact]
    public async Task A_status_is_written_by_keyboard_and_without_a_script()
    {
        var page = await browser.NewPageAsync(javaScript: false);
        await using var server = await DeskServer.StartAsync();
        await server.SignInAsync(page);
        await page.GotoAsync($"{server.Client.BaseAddress}admin/progress");
        await page.ClickAsync(".promises .button");
        await page.CheckAsync("#f-s-onTrack");
        await page.FillAsync("#f-evidence", "已开工");
        await page.FocusAsync(".form button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".done");
        await page.ClickAsync("text=在公开的台账里看");
        Assert.Contains("进展正常：已开工", await page.TextContentAsync(".asked-for .progress"));
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(int width, ColorScheme scheme)
    {
        var page = await browser.NewPageAsync(width, 900, scheme);
        await using var server = await DeskServer.StartAsync();
        await server.SignInAsync(page);
        var (_, draft, _) = await server.UploadAsync(("edu.txt", Desk.Bytes(Desk.Education.Replace("5所", "6所", StringComparison.Ordinal))), ("jobs.txt", Desk.Bytes(Desk.Jobs)));
        var row = $"/admin/progress/{server.Engine.Ledger.Items[0].Id}";
        foreach (var path in new[] { "/admin/corpus", draft, "/admin/corpus/describe?file=edu.txt", "/admin/lexicon?new=1", "/admin/progress", row })
        {
            await page.GotoAsync(new Uri(server.Client.BaseAddress!, path).ToString());
            await page.AssertAccessibleAsync($"{width} {path}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{width} {path}");
        }

        Assert.Empty(browser.Complaints(page));
    }
}
