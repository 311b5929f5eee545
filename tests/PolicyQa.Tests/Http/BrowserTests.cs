using System.Text;
using Microsoft.Playwright;
using PolicyQa.App;
using PolicyQa.Corpus;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Corpus;

namespace PolicyQa.Tests.Http;

/// <summary>The pages in a real browser.</summary>
public sealed class BrowserTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Town =
        """
        办好<img src=x onerror="window.hurt=1">教育

        ——访市教育局党组书记、局长张一凡

        ●本报记者 赵小明

        一是扩大资源供给。今年，新增学位3000个，新建公办幼儿园5所。

        二是建强教师队伍。全年培训教师500名，引进外地名师12名。<script>window.hurt=1</script>

        三是办好县域高中。改造县域高中6所，创建省级示范高中两所。
        """;

    private const string Cited = "全年培训教师500名，引进外地名师12名。";
    private const string Ask = "市教育局全年培训教师多少名";

    private WebServer server = null!;

    private string Root => server.Client.BaseAddress!.ToString().TrimEnd('/');

    private Article Education => server.Engines.Engine.Articles.Single(a => a.Department == "市教育局");

    public async ValueTask InitializeAsync()
    {
        server = await WebServer.StartAsync(ready: false);
        Publish(Town);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_question_to_the_very_words(bool javaScript)
    {
        var page = await browser.NewPageAsync(360, 420, javaScript: javaScript);
        await page.GotoAsync(Root);
        await page.FillAsync("#q", Ask);
        await page.PressAsync("#q", "Enter");
        await page.WaitForSelectorAsync(".answer");
        Assert.Contains("?q=", page.Url);
        Assert.Equal("500名", await page.Locator("h1").TextContentAsync());

        await page.ClickAsync(".cited a");
        await page.WaitForSelectorAsync(".article");

        await AssertMarkedInSight(page, Cited);
        Assert.Empty(browser.Complaints(page));
    }

    [Theory]
    [InlineData("/articles/{id}?v={v}#{at}")]
    [InlineData("/articles/{id}#{at}")]
    [InlineData("/articles/{id}?start={start}&end={end}&v={v}#{at}")]
    public async Task Addresses_of_every_form_land_on_the_very_words(string address)
    {
        var page = await browser.NewPageAsync(360, 420);
        await page.GotoAsync(Root + Fill(address));
        await AssertMarkedInSight(page, Cited);
        Assert.Equal("", await page.Locator(".notice").TextContentAsync());

        // The same page, led to another place by hand or by a link: what was marked is marked no more.
        var at = Education.Text.IndexOf("改造", StringComparison.Ordinal);
        if (!address.Contains("{v}")) await LeadTo(page, at, "改造县域高中6所");
    }

    [Theory]
    [InlineData("/articles/{id}?v={v}#{at}", true)]
    [InlineData("/articles/{id}?start={start}&end={end}&v={v}#{at}", true)]
    [InlineData("/articles/{id}?start={start}&end={end}&v={v}#{at}", false)]
    public async Task Of_a_changed_article_the_page_says_so(string address, bool javaScript)
    {
        var old = Root + Fill(address);
        var page = await browser.NewPageAsync(360, 420, javaScript: javaScript);

        Publish(Town.Replace("一是扩大资源供给。", "一是扩大资源供给。这句话是后来补上的。"));
        await page.GotoAsync(old);
        await AssertMarkedInSight(page, Cited);
        Assert.Contains("已移到这里", await page.Locator(".notice").TextContentAsync());

        Publish(Town.Replace("培训教师500名", "培训教师600名"));
        await page.GotoAsync("about:blank");
        await page.GotoAsync(old);
        Assert.Equal(0, await page.Locator("mark").CountAsync());
        Assert.Contains("已经找不到", await page.Locator(".notice").TextContentAsync());
        await AssertInSight(page, ".notice");
    }

    [Fact]
    public async Task Script_and_server_agree_on_fingerprints_and_places()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(Root);
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
    public async Task What_is_asked_and_what_was_printed_is_text()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(Root);
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
        await page.GotoAsync(Root);
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
        Assert.Equal(Cited, await Focused(page));

        await page.GotoAsync(Root);
        List<string> order = [];
        for (var i = 0; i < 8; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            order.Add(await Focused(page));
        }

        Assert.Equal(["跳到正文", "政策问答", "提问", "承诺台账", "嵌入网站", "大字", "", "提问"], order);
    }

    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    public async Task Every_page_and_state_is_accessible_and_fits(int width, ColorScheme scheme)
    {
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        server.Engines.Engine.WarmUp();
        var page = await browser.NewPageAsync(width, 800, scheme);
        // The widget has tests of its own.
        await page.RouteAsync("**/widget.js", r => r.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Body = "customElements.define('policy-qa', class extends HTMLElement {});" }));
        var article = ArticleAddress.Of(server.Engines.Engine.Articles[0].Id);
        string[] paths = ["/", "/?all=1", Question("市教育局要培训多少人"), Question("各部门分别引进多少人才"), Question("要培训多少人"), Question("市教育局建多少个游泳馆"), $"{article}?start=60&end=70&lines=1", $"{article}?v=00000000#3-9", "/embed"];
        foreach (var path in paths)
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(Root + path);
            await page.AssertAccessibleAsync($"{width} {scheme}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
        }

        Assert.Empty(browser.Complaints(page));

        // Pages of errors; a browser's console complains of their status.
        server.Engines.Publish(WebServer.Snapshot());
        foreach (var path in (string[])["/?q=", "/articles/none", "/none", "/articles/edu"])
        {
            await page.GotoAsync(Root + path);
            await page.AssertAccessibleAsync($"{width} {scheme}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
        }
    }

    [Fact]
    public async Task Whatever_a_finger_aims_at_is_large_enough()
    {
        var page = await browser.NewPageAsync(360, 740);
        foreach (var path in (string[])["/", Question(Ask), "/embed", "/articles/none"])
        {
            await page.GotoAsync(Root + path);
            var small = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a, button, input:not([type=hidden])')].filter(e => e.checkVisibility() && !e.matches('.skip, p a, .card a') && e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML)");
            Assert.Empty(small);
        }
    }

    [Fact]
    public async Task Large_type_is_switched_in_place_and_remembered()
    {
        var page = await browser.NewPageAsync(360, 740);
        await page.GotoAsync(Root + Question(Ask));
        await page.EvaluateAsync("window.same = true");
        await page.ClickAsync(".size");
        Assert.True(await page.EvaluateAsync<bool>("window.same && document.documentElement.classList.contains('large')"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.GotoAsync(Root);
        Assert.Equal("22px", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize"));
        Assert.Equal("标准字", await page.Locator(".size").TextContentAsync());
    }

    [Fact]
    public async Task The_snippet_is_copied_by_a_button()
    {
        var page = await browser.NewPageAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(Root + "/embed");
        await page.Locator(".copy").First.ClickAsync();
        await page.WaitForFunctionAsync("document.querySelector('.copied').textContent === '已复制'");
        Assert.Equal($"<script src=\"{Root}/widget.js\" defer></script>\n<policy-qa></policy-qa>", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task On_paper_there_is_the_marked_text_with_its_source_and_no_navigation()
    {
        var page = await browser.NewPageAsync(794, 1123, ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync(Root + Fill("/articles/{id}?start={start}&end={end}&v={v}"));
        Assert.False(await page.Locator("header.site").IsVisibleAsync());
        Assert.False(await page.Locator(".tools").IsVisibleAsync());
        Assert.Contains(page.Url, await page.Locator(".printed").InnerTextAsync());
        Assert.Contains("town.txt", await page.Locator(".source").InnerTextAsync());
        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.article-text')).color"));
        Assert.Contains("underline", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('mark')).textDecoration"));
    }

    private static string Question(string question) => "/?q=" + Uri.EscapeDataString(question);

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");

    private static async Task LeadTo(IPage page, int start, string words)
    {
        await page.EvaluateAsync("hash => { location.hash = hash; }", $"{start}-{start + words.Length}");
        await page.WaitForFunctionAsync("words => document.querySelector('mark')?.textContent === words", words);
        await AssertMarkedInSight(page, words);
    }

    private static async Task AssertMarkedInSight(IPage page, string words)
    {
        Assert.Equal(words, string.Concat(await page.Locator("mark").AllTextContentsAsync()));
        await AssertInSight(page, "mark");
    }

    private static async Task AssertInSight(IPage page, string what)
    {
        var box = await page.Locator(what).First.BoundingBoxAsync();
        Assert.InRange(box!.Y, 0, page.ViewportSize!.Height - box.Height);
    }

    private void Publish(string town) =>
        server.Engines.Publish(new EngineSnapshot(QaEngine.ForArticles(CorpusReader.Read([new SourceFile("town.txt", Encoding.UTF8.GetBytes(town))], []).Articles, new EngineOptions())));

    private string Fill(string address)
    {
        var start = Education.Text.IndexOf(Cited, StringComparison.Ordinal);
        var end = start + Cited.Length;
        return address.Replace("{id}", Education.Id).Replace("{v}", ExcerptFingerprint.Of(Cited)).Replace("{at}", $"{start}-{end}").Replace("{start}", $"{start}").Replace("{end}", $"{end}");
    }
}
