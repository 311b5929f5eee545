namespace PolicyQa.Tests.Http;

/// <summary>The pages in a real browser.</summary>
public sealed class BrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_question_is_asked_and_the_place_in_an_article_is_marked()
    {
        var page = await browser.NewPageAsync(360, 740);
        await using var server = await WebServer.StartAsync();
        var root = server.Client.BaseAddress!.ToString();

        await page.GotoAsync(root);
        Assert.Equal("建设<强>市", await page.Locator(".sources a").First.TextContentAsync());
        await page.FillAsync("#q", "补充多少教师");
        await page.PressAsync("#q", "Enter");
        await page.WaitForSelectorAsync(".answer");
        Assert.Contains("?q=", page.Url);

        var text = WebServer.Interview.Text;
        var start = text.IndexOf("一是补充", StringComparison.Ordinal);
        await page.GotoAsync($"{root}articles/edu#{start}-{start + 11}");
        Assert.Equal("一是补充教师1633名", string.Concat(await page.Locator("mark").AllTextContentsAsync()));
        await page.EvaluateAsync("location.hash = '#0-2'");
        await page.WaitForFunctionAsync("document.querySelector('mark')?.textContent === '建设'");

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(browser.Complaints(page));
    }
}
