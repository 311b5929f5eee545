using Microsoft.Playwright;
using PolicyQa.Corpus;
using PolicyQa.Tests.Corpus;

namespace PolicyQa.Tests.Http;

/// <summary>A citation opened in a real browser: on its very words, or it says why not.</summary>
public sealed class CitationBrowserTests(BrowserFixture browser) : IAsyncLifetime
{
    private TownServer server = null!;

    public async ValueTask InitializeAsync() => server = await TownServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("/articles/{id}?v={v}#{at}")]
    [InlineData("/articles/{id}#{at}")]
    [InlineData("/articles/{id}?start={start}&end={end}&v={v}#{at}")]
    public async Task Addresses_of_every_form_land_on_the_very_words(string address)
    {
        var page = await browser.NewPageAsync(360, 420);
        await page.GotoAsync(server.Root + server.Fill(address));
        await page.AssertMarkedInSightAsync(TownServer.Cited);
        Assert.Equal("", await page.Locator(".notice").TextContentAsync());

        // The same page, led to another place by hand or by a link: what was marked is marked no more.
        var at = server.Education.Text.IndexOf("改造", StringComparison.Ordinal);
        if (!address.Contains("{v}")) await LeadTo(page, at, "改造县域高中6所");
    }

    [Theory]
    [InlineData("/articles/{id}?v={v}#{at}", true)]
    [InlineData("/articles/{id}?start={start}&end={end}&v={v}#{at}", true)]
    [InlineData("/articles/{id}?start={start}&end={end}&v={v}#{at}", false)]
    public async Task Of_a_changed_article_the_page_says_so(string address, bool javaScript)
    {
        var old = server.Root + server.Fill(address);
        var page = await browser.NewPageAsync(360, 420, javaScript: javaScript);

        server.Publish(TownServer.Page.Replace("一是扩大资源供给。", "一是扩大资源供给。这句话是后来补上的。"));
        await page.GotoAsync(old);
        await page.AssertMarkedInSightAsync(TownServer.Cited);
        Assert.Contains("已移到这里", await page.Locator(".notice").TextContentAsync());

        server.Publish(TownServer.Page.Replace("培训教师500名", "培训教师600名"));
        await page.GotoAsync("about:blank");
        await page.GotoAsync(old);
        Assert.Equal(0, await page.Locator("mark").CountAsync());
        Assert.Contains("已经找不到", await page.Locator(".notice").TextContentAsync());
        await page.AssertInSightAsync(".notice");
    }

    [Fact]
    public async Task Script_and_server_agree_on_fingerprints_and_places()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(server.Root);
        foreach (ITheoryDataRow row in ExcerptFingerprintTests.Vectors)
        {
            var (excerpt, fingerprint) = ((string)row.GetData()[0]!, (string)row.GetData()[1]!);
            Assert.Equal(fingerprint, await page.EvaluateAsync<string>("t => fingerprint(t, 0, t.length).toString(16).padStart(8, '0')", excerpt));
        }

        foreach (ITheoryDataRow row in CitedPlaceTests.Cases)
        {
            // What is no offset never gets as far as the search.
            if (row.GetData() is not [string start, string end, var words, string found] || !$"{start}{end}".All(char.IsAsciiDigit) || start.Length > 9) continue;
            var (from, to) = (int.Parse(start), int.Parse(end));
            var print = words is string cited ? ExcerptFingerprint.Of(cited) : null;
            var at = await page.EvaluateAsync<int?>("([text, start, end, print]) => find(text, start, end, print)", new object?[] { CitedPlaceTests.Text, from, to, print });
            Assert.Equal(found, at is { } place ? CitedPlaceTests.Text[place..(place + to - from)] : "");
        }
    }

    [Fact]
    public async Task On_paper_there_is_the_marked_text_with_its_source_and_no_navigation()
    {
        var page = await browser.NewPageAsync(794, 1123, ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync(server.Root + server.Fill("/articles/{id}?start={start}&end={end}&v={v}"));
        Assert.False(await page.Locator("header.site").IsVisibleAsync());
        Assert.False(await page.Locator(".tools").IsVisibleAsync());
        Assert.Contains(page.Url, await page.Locator(".printed").InnerTextAsync());
        Assert.Contains("town.txt", await page.Locator(".source").InnerTextAsync());
        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.article-text')).color"));
        Assert.Contains("underline", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('mark')).textDecoration"));
    }

    private static async Task LeadTo(IPage page, int start, string words)
    {
        await page.EvaluateAsync("hash => { location.hash = hash; }", $"{start}-{start + words.Length}");
        await page.WaitForFunctionAsync("words => document.querySelector('mark')?.textContent === words", words);
        await page.AssertMarkedInSightAsync(words);
    }
}
