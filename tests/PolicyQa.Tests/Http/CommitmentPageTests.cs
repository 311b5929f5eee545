using System.Net;
using AngleSharp.Html.Parser;

namespace PolicyQa.Tests.Http;

/// <summary>The ledger's page as the server writes it, no script.</summary>
public sealed class CommitmentPageTests
{
    [Fact]
    public async Task It_filters_sorts_pages_and_exports_without_a_script()
    {
        await using var server = await LedgerServer.StartAsync();
        var page = await Get(server, "/commitments?kind=measurable&department=%E6%95%99%E8%82%B2%E5%B1%80&sort=-quantity");
        Assert.Equal("承诺台账", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        var rows = page.QuerySelectorAll("#ledger tbody tr");
        Assert.Equal(5, rows.Length);
        Assert.Equal("1633名", rows[0].Children[2].TextContent.Trim());
        Assert.All(rows, r => Assert.Equal(("市教育局", "待评估"), (r.Children[0].TextContent, r.Children[5].TextContent)));
        Assert.Equal("descending", page.QuerySelector("th[aria-sort]:has(a[data-sort=quantity])")!.GetAttribute("aria-sort"));
        Assert.All(page.QuerySelectorAll(".exports a"), a => Assert.Contains("kind=measurable", a.GetAttribute("href")));
        Assert.Equal("市教育局", page.QuerySelector("select[name=department] option[selected]")!.GetAttribute("value"));

        var all = await Get(server, "/commitments");
        var next = all.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await Get(server, next);
        Assert.Empty(all.QuerySelectorAll("tbody tr").Select(r => r.Id).Intersect(second.QuerySelectorAll("tbody tr").Select(r => r.Id)));
    }

    [Fact]
    public async Task A_row_shows_its_sentence_leads_to_its_article_and_asks_a_question_that_is_answered()
    {
        await using var server = await LedgerServer.StartAsync();
        var row = (await Get(server, "/commitments?q=" + Uri.EscapeDataString("教科研1633名"))).QuerySelector("#ledger tbody tr")!;
        Assert.Equal("补充教科研1633名，秋季开学前全部上岗。", row.QuerySelector("details blockquote")!.TextContent);
        Assert.Equal("补充教科研1633名", row.QuerySelector("blockquote mark")!.TextContent);
        var article = await Get(server, row.QuerySelector(".from a")!.GetAttribute("href")!);
        Assert.Equal("补充教科研1633名，秋季开学前全部上岗。", string.Concat(article.QuerySelectorAll(".article-text mark").Select(m => m.TextContent)));

        var answer = await Get(server, row.QuerySelector("a.ask-row")!.GetAttribute("href")!);
        Assert.Contains("1633名", answer.QuerySelector(".short")!.TextContent);
        var back = answer.QuerySelector(".in-ledger a")!.GetAttribute("href")!;
        Assert.EndsWith("#" + row.Id, back);
        var marked = (await Get(server, back)).QuerySelector(".asked-for")!;
        Assert.Equal(row.Id, marked.Id);
        Assert.NotNull(marked.QuerySelector("details[open]"));
    }

    [Fact]
    public async Task An_ordinary_answer_whose_evidence_is_a_commitment_names_it()
    {
        await using var server = await LedgerServer.StartAsync();
        var answer = await Get(server, "/?q=" + Uri.EscapeDataString("市教育局今年要打造多少所高质量共建校"));
        Assert.Contains("打造10所高质量共建校", answer.QuerySelector(".in-ledger a")!.TextContent);
        Assert.Null((await Get(server, "/?q=" + Uri.EscapeDataString("市教育局局长是谁"))).QuerySelector(".in-ledger"));
    }

    [Fact]
    public async Task Charts_say_in_words_what_they_show()
    {
        await using var server = await LedgerServer.StartAsync();
        var page = await Get(server, "/commitments");
        Assert.All(page.QuerySelectorAll("svg"), svg =>
        {
            Assert.Equal("img", svg.GetAttribute("role"));
            Assert.All(svg.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent));
            Assert.DoesNotContain("style", svg.OuterHtml);
        });
        Assert.Contains("市教育局44项", page.GetElementById("by-department-said")!.TextContent);
        Assert.Contains("秋季开学前1项（市教育局）", page.GetElementById("by-deadline-said")!.TextContent);
    }

    [Theory]
    [InlineData("/commitments?kind=big")]
    [InlineData("/commitments?from=x")]
    public async Task A_wrong_address_is_told_on_the_page(string path)
    {
        await using var server = await LedgerServer.StartAsync();
        using var response = await server.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("看全部承诺", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_people_type_is_encoded()
    {
        await using var server = await LedgerServer.StartAsync();
        var html = await server.Client.GetStringAsync("/commitments?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>") + "&department=" + Uri.EscapeDataString("<b>"));
        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("style=", html);
        Assert.Contains("没有符合条件的承诺", html);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Get(WebServer server, string path) => new HtmlParser().ParseDocument(await server.Client.GetStringAsync(path));
}
