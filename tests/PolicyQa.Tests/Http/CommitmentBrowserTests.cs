using Microsoft.Playwright;

namespace PolicyQa.Tests.Http;

/// <summary>The ledger's page in a real browser.</summary>
public sealed class CommitmentBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task It_filters_and_sorts_while_one_types_and_exports_what_is_filtered()
    {
        var page = await browser.NewPageAsync();
        await using var server = await LedgerServer.StartAsync();
        await page.GotoAsync($"{server.Client.BaseAddress}commitments");
        await page.WaitForSelectorAsync("#ledger[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

        await page.SelectOptionAsync("select[name=kind]", "measurable");
        Assert.StartsWith("共 18 项", await page.TextContentAsync("#count"));
        await page.ClickAsync("th a[data-sort=quantity]");
        await page.ClickAsync("th a[data-sort=quantity]");
        Assert.Equal("1633名", await page.Locator("#ledger tbody tr").First.Locator("td").Nth(2).TextContentAsync());
        Assert.Equal("descending", await page.Locator("th:has(a[data-sort=quantity])").GetAttributeAsync("aria-sort"));
        await page.FillAsync("#f-q", "教育局 １６３３");
        Assert.Equal(1, await page.Locator("#ledger tbody tr").CountAsync());
        Assert.Contains("kind=measurable", page.Url);
        // The charts follow: one department, one deadline.
        await page.Locator("#charts desc", new PageLocatorOptions { HasText = "市教育局1项，其中量化1项。" }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        var export = await page.Locator("a[data-format=csv]").GetAttributeAsync("href");
        var csv = await server.Client.GetStringAsync(export);
        Assert.Equal(2, csv.TrimEnd().Split("\r\n").Length);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[data-format=xlsx]"));
        Assert.Equal("承诺台账.xlsx", download.SuggestedFilename);

        await page.ClickAsync(".filters .go a");
        Assert.Matches("^共 1\\d\\d 项", await page.TextContentAsync("#count"));
        await page.ReloadAsync();
        Assert.Empty(browser.Complaints(page));
    }

    [Fact]
    public async Task The_sentence_opens_on_one_key_and_the_article_on_the_next()
    {
        var page = await browser.NewPageAsync();
        await using var server = await LedgerServer.StartAsync();
        await page.GotoAsync($"{server.Client.BaseAddress}commitments?q={Uri.EscapeDataString("教科研1633名")}");
        await page.WaitForSelectorAsync("#ledger[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        await page.FocusAsync("#f-q");
        for (var i = 0; i < 40 && await page.EvaluateAsync<string>("document.activeElement.tagName") != "SUMMARY"; i++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("#ledger blockquote").IsVisibleAsync());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".article-text mark");
        Assert.Equal("补充教科研1633名，秋季开学前全部上岗。", string.Concat(await page.Locator(".article-text mark").AllTextContentsAsync()));
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(768, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(int width, ColorScheme scheme)
    {
        var page = await browser.NewPageAsync(width, 900, scheme);
        await using var server = await LedgerServer.StartAsync();
        await page.GotoAsync($"{server.Client.BaseAddress}commitments?kind=measurable");
        await page.WaitForSelectorAsync("#ledger[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        await page.AssertAccessibleAsync($"{width}");
        await page.ClickAsync("#ledger summary");
        await page.AssertAccessibleAsync($"{width}, a row open");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(browser.Complaints(page));
    }

    [Fact]
    public async Task Without_a_script_the_form_filters()
    {
        var page = await browser.NewPageAsync(javaScript: false);
        await using var server = await LedgerServer.StartAsync();
        await page.GotoAsync($"{server.Client.BaseAddress}commitments");
        await page.SelectOptionAsync("select[name=deadline]", "any");
        await page.ClickAsync(".filters button");
        Assert.Equal(4, await page.Locator("#ledger tbody tr").CountAsync());
    }

    [Fact]
    public async Task Ten_thousand_rows_filter_within_a_tenth_of_a_second()
    {
        var page = await browser.NewPageAsync();
        await using var server = await LedgerServer.StartAsync(rows: 10_000);
        Assert.True(server.Engines.Engine.Ledger.Items.Count >= 10_000);
        await page.GotoAsync($"{server.Client.BaseAddress}commitments");
        await page.WaitForSelectorAsync("#ledger[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached, Timeout = 60_000 });
        // From the keystroke to the finished layout; the best of several tries each, since other work on the machine only ever adds.
        var times = await page.EvaluateAsync<double[]>(
            """
            () => {
              const box = document.getElementById("f-q");
              const once = text => {
                const start = performance.now();
                box.value = text;
                box.dispatchEvent(new Event("input", { bubbles: true }));
                document.body.offsetHeight;
                return performance.now() - start;
              };
              const texts = ["口袋", "社区公园", "777", "没有这样的", "公园"];
              const best = texts.map(() => Infinity);
              for (let round = 0; round < 12; round++) texts.forEach((text, i) => { best[i] = Math.min(best[i], once(text)); });
              return best;
            }
            """);
        TestContext.Current.SendDiagnosticMessage($"filtering 10,000 rows: {string.Join(", ", times.Select(t => $"{t:0}"))} ms");
        Assert.True(times.Max() < 100, string.Join(", ", times.Select(t => $"{t:0} ms")));
        Assert.StartsWith("共 10000 项", await page.TextContentAsync("#count"));
    }
}
