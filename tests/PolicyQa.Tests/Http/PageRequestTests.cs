using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Http;

/// <summary>The pages as a browser without a script gets them.</summary>
public sealed class PageRequestTests : IAsyncLifetime
{
    private WebServer server = null!;

    public async ValueTask InitializeAsync() => server = await WebServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/?all=1", 200)]
    [InlineData("/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%E5%A4%9A%E5%B0%91", 200)]
    [InlineData("/?q=%20", 400)]
    [InlineData("/articles/edu?start=0&end=2&v=%3Cscript%3E&lines=1", 200)]
    [InlineData("/articles/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404)]
    [InlineData("/embed", 200)]
    [InlineData("/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404)]
    public async Task Nothing_is_inline_and_nothing_asked_becomes_markup(string path, int status)
    {
        server.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var response = await server.Client.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("alert(1)</script>", html);
        Assert.DoesNotContain("style=", html);
        Assert.DoesNotContain("onclick", html);
        var page = new HtmlParser().ParseDocument(html);
        Assert.All(page.Scripts, s => Assert.StartsWith("/", s.GetAttribute("src")));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(["/", "/commitments", "/embed"], page.QuerySelectorAll("header nav a").Select(a => a.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/site.css")]
    [InlineData("/site.js")]
    [InlineData("/nothing")]
    [InlineData("/articles/none")]
    [InlineData("/api/nothing")]
    public async Task Every_response_carries_the_security_headers(string path)
    {
        using var response = await server.Client.GetAsync(path);
        string Header(string name) => response.Headers.GetValues(name).Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Header("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"));
        Assert.DoesNotContain("'unsafe", Header("Content-Security-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("补充教师1633名", 0, "补充教师1633名", "")]
    [InlineData("补充教师1633名", 3, "补充教师1633名", "已移到这里")]
    [InlineData("撤下的这句话没了", 0, "", "已经找不到")]
    public async Task A_cited_place_is_checked_against_its_fingerprint(string cited, int shift, string marked, string notice)
    {
        var start = WebServer.Interview.Text.IndexOf("补充教师", StringComparison.Ordinal) + shift;
        var page = await Get($"/articles/edu?start={start}&end={start + cited.Length}&v={ExcerptFingerprint.Of(cited)}");
        Assert.Equal(marked, string.Concat(page.QuerySelectorAll("mark").Select(m => m.TextContent)));
        Assert.Contains(notice, page.QuerySelector(".notice")!.TextContent);
        Assert.Equal(notice.Length == 0, page.QuerySelector(".notice")!.TextContent.Length == 0);
        // Either way the browser's own jump to the fragment has somewhere to go.
        Assert.NotNull(page.GetElementById($"{start}-{start + cited.Length}"));
    }

    [Fact]
    public async Task An_article_that_is_not_there_says_so_and_offers_a_search()
    {
        var page = await Get("/articles/none", HttpStatusCode.NotFound);
        Assert.Contains("不在", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        Assert.NotNull(page.QuerySelector("main form[action='/'] input[name=q]"));
    }

    [Fact]
    public async Task Line_numbers_come_and_go_at_the_same_place()
    {
        var page = await Get("/articles/edu?start=0&end=2&lines=1");
        Assert.Equal("/articles/edu?start=0&end=2#0-2", page.QuerySelector(".tools .lines")!.GetAttribute("href"));
        var without = await Get("/articles/edu?start=0&end=2");
        Assert.Equal("/articles/edu?start=0&end=2&lines=1#0-2", without.QuerySelector(".tools .lines")!.GetAttribute("href"));
        Assert.Empty(without.QuerySelectorAll(".line"));
    }

    [Fact]
    public async Task Large_type_is_remembered_without_a_script()
    {
        var before = await Get("/?q=%E7%94%B2");
        Assert.False(before.DocumentElement.ClassList.Contains("large"));
        // The client keeps cookies and follows the way back to the address without the switch.
        var after = await Get("/" + before.QuerySelector(".size")!.GetAttribute("href"));
        Assert.True(after.DocumentElement.ClassList.Contains("large"));
        Assert.Equal("甲", after.QuerySelector(".asked")!.TextContent);
        var elsewhere = await Get("/embed");
        Assert.True(elsewhere.DocumentElement.ClassList.Contains("large"));
        var back = await Get("/embed" + elsewhere.QuerySelector(".size")!.GetAttribute("href"));
        Assert.False(back.DocumentElement.ClassList.Contains("large"));
    }

    [Theory]
    [InlineData("/?q=")]
    [InlineData("/?q=%20")]
    public async Task An_empty_question_is_told_on_the_page(string path) =>
        Assert.Contains("问题是空的", (await Get(path, HttpStatusCode.BadRequest)).QuerySelector("[role=alert]")!.TextContent);

    private async Task<IHtmlDocument> Get(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await server.Client.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
