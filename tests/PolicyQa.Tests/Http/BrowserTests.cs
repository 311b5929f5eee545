using Microsoft.Playwright;

namespace PolicyQa.Tests.Http;

/// <summary>Asking, in a real browser.</summary>
public sealed class BrowserTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Ask = "市教育局全年培训教师多少名";

    private TownServer server = null!;

    public async ValueTask InitializeAsync() => server = await TownServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_question_to_the_very_words(bool javaScript)
    {
        var page = await browser.NewPageAsync(360, 420, javaScript: javaScript);
        await page.GotoAsync(server.Root);
        await page.FillAsync("#q", Ask);
        await page.PressAsync("#q", "Enter");
        await page.WaitForSelectorAsync(".answer");
        Assert.Contains("?q=", page.Url);
        Assert.Equal("500名", await page.Locator("h1").TextContentAsync());

        await page.ClickAsync(".cited a");
        await page.WaitForSelectorAsync(".article");

        await page.AssertMarkedInSightAsync(TownServer.Cited);
        Assert.Empty(browser.Complaints(page));
    }

    [Fact]
    public async Task Back_leads_to_the_answer_before()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(server.Root);
        foreach (var asked in (string[])[Ask, "市教育局改造县域高中多少所"])
        {
            await page.FillAsync("#q", asked);
            await page.PressAsync("#q", "Enter");
            await page.WaitForFunctionAsync("asked => document.querySelector('.asked')?.textContent === asked && location.search.includes(encodeURIComponent(asked))", asked);
            await page.EvaluateAsync("location.hash = '#c1'");
        }

        await page.GoBackAsync();
        await page.GoBackAsync();
        await page.WaitForFunctionAsync("asked => document.querySelector('.asked')?.textContent === asked", Ask);
    }

    [Fact]
    public async Task What_is_asked_and_what_was_printed_is_text()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(server.Root);
        foreach (var asked in (string[])["<img src=x onerror=window.hurt=1>教师多少名", "\"><script>window.hurt=1</script>", Ask])
        {
            await page.FillAsync("#q", asked);
            await page.ClickAsync(".ask button");
            await page.WaitForFunctionAsync("asked => document.querySelector('.asked')?.textContent === asked", asked);
        }

        await page.ClickAsync(".cited a");
        await page.WaitForSelectorAsync("mark");
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
        Assert.Contains("<img src=x onerror=", await page.Locator("h1").TextContentAsync());
        Assert.True(await page.EvaluateAsync<bool>("window.hurt === undefined"));
        Assert.Empty(browser.Complaints(page));
    }

    [Fact]
    public async Task A_keyboard_is_enough()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(server.Root);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.TypeAsync(Ask);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".answer");
        Assert.Equal("result", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("《办好", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("mark");
        Assert.Equal(TownServer.Cited, await Focused(page));

        await page.GotoAsync(server.Root);
        List<string> order = [];
        for (var i = 0; i < 8; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            order.Add(await Focused(page));
        }

        Assert.Equal(["跳到正文", "政策问答", "提问", "承诺台账", "嵌入网站", "大字", "", "提问"], order);
    }

    [Fact]
    public async Task Large_type_is_switched_in_place_and_remembered()
    {
        var page = await browser.NewPageAsync(360, 740);
        await page.GotoAsync(server.Root + Question(Ask));
        await page.EvaluateAsync("window.same = true");
        await page.ClickAsync(".size");
        Assert.True(await page.EvaluateAsync<bool>("window.same && document.documentElement.classList.contains('large')"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.GotoAsync(server.Root);
        Assert.Equal("22px", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize"));
        Assert.Equal("标准字", await page.Locator(".size").TextContentAsync());
    }

    [Fact]
    public async Task The_snippet_is_copied_by_a_button()
    {
        var page = await browser.NewPageAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(server.Root + "/embed");
        await page.Locator(".copy").First.ClickAsync();
        await page.WaitForFunctionAsync("document.querySelector('.copied').textContent === '已复制'");
        Assert.Equal($"<script src=\"{server.Root}/widget.js\" defer></script>\n<policy-qa></policy-qa>", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    private static string Question(string question) => "/?q=" + Uri.EscapeDataString(question);

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");
}
