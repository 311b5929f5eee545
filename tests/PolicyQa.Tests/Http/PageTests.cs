using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using PolicyQa.Answering;
using PolicyQa.App.Channels.Http;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.Corpus;
using PolicyQa.Tests.Answering;

namespace PolicyQa.Tests.Http;

public sealed class PageTests
{
    private static readonly Citation Cited = new()
    {
        Id = 1,
        ArticleId = "edu",
        Title = "建设<强>市",
        Department = "市教育局",
        Speaker = "王文梅",
        Year = 2024,
        Excerpt = "补充<教师>1633名。",
        Start = 100,
        End = 111,
        Highlights = [new TextSpan(106, 111 - 1)],
        SourceHash = "",
        Damaged = true,
    };

    [Fact]
    public void An_answer_shows_what_is_known_about_it()
    {
        var page = Parse(AskPage.Answered(new Answer
        {
            Question = "多少<b>",
            Status = AnswerStatus.Answered,
            ShortAnswer = "1633名",
            Text = "市教育局：补充<教师>1633名。[1]",
            Citations = [Cited],
            Note = "“今年”指2024年",
            Suggestions = ["什么时候<上岗>？"],
            ConversationId = "abc",
        }));

        Assert.Equal("1633名", page.QuerySelector(".short")!.TextContent);
        Assert.Equal("1补充<教师>1633名。", page.QuerySelector("blockquote")!.TextContent);
        Assert.Equal("1633", page.QuerySelector("blockquote mark")!.TextContent);
        Assert.Equal("《建设<强>市》 · 市教育局 · 王文梅 · 2024年", page.QuerySelector("figcaption")!.TextContent);
        Assert.Equal($"/articles/edu?start=100&end=111&v={ExcerptFingerprint.Of(Cited.Excerpt)}#100-111", page.QuerySelector("figcaption a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector(".damage"));
        Assert.Contains("指2024年", page.QuerySelector(".note")!.TextContent);
        Assert.Equal("什么时候<上岗>？", page.QuerySelector(".suggestions button")!.GetAttribute("value"));
        Assert.Equal("abc", page.QuerySelector(".ask input[name=c]")!.GetAttribute("value"));
        Assert.Equal("多少<b>", page.QuerySelector(".asked")!.TextContent);
    }

    [Fact]
    public void Several_citations_are_linked_from_the_text()
    {
        var page = Parse(AskPage.Answered(new Answer
        {
            Question = "甲",
            Status = AnswerStatus.Answered,
            ShortAnswer = "乙",
            Text = "一[1]，二[2]。",
            Citations = [Cited, Cited with { Id = 2 }],
        }));
        Assert.Equal(["#c1", "#c2"], page.QuerySelectorAll(".text a").Select(a => a.GetAttribute("href")!));
        Assert.Equal("一[1]，二[2]。", page.QuerySelector(".text")!.TextContent);
    }

    [Fact]
    public void A_refusal_says_so_and_offers_something()
    {
        var page = Parse(AskPage.Answered(new Answer { Question = "甲", Status = AnswerStatus.NotFound, Text = "没有“甲”的内容。", Suggestions = ["乙？"] }));
        Assert.Equal("没有找到答案", page.QuerySelector(".none")!.TextContent);
        Assert.Null(page.QuerySelector(".short"));
        Assert.NotNull(page.QuerySelector(".suggestions button"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_article_page_holds_the_canonical_text_and_marks_places(bool lines)
    {
        var article = WebServer.Interview;
        var start = article.Text.IndexOf("一是补充", StringComparison.Ordinal);
        var mark = new TextSpan(start, start + 9);

        var page = Parse(ArticlePage.Render(article, new CitedPlace(mark, mark), lines, "?lines=1"));

        Assert.Equal(article.Text, string.Join('\n', page.QuerySelectorAll("[data-start]").Select(p => p.TextContent)));
        Assert.All(page.QuerySelectorAll("[data-start]"), p => Assert.StartsWith(p.TextContent, article.Text[int.Parse(p.GetAttribute("data-start")!)..]));
        Assert.Equal(mark.Of(article.Text), string.Concat(page.QuerySelectorAll("mark").Select(m => m.TextContent)));
        Assert.NotNull(page.GetElementById($"{mark.Start}-{mark.End}"));
        Assert.Equal("一是", page.GetElementById($"s{start}")!.TextContent);
        Assert.Equal("培育先进半", page.QuerySelector(".damaged")!.TextContent);
        Assert.Contains("这句话<断>了。", page.QuerySelector(".damages")!.TextContent);
        Assert.Equal("#d1", page.QuerySelector(".damaged + .why")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(lines ? ["页.txt 第3行", "页.txt 第9行"] : [], page.QuerySelectorAll(".line").Select(l => l.GetAttribute("aria-label")!));
    }

    [Fact]
    public void Sections_are_listed_by_their_labels_and_first_words()
    {
        var article = MadeUpTown.Engine.Articles[0];
        var entries = Parse(ArticlePage.Render(article, null, false, "")).QuerySelectorAll(".contents a");
        Assert.Equal(["一是 扩大资源供给", "二是 建强教师队伍", "三是 办好县域高中"], entries.Select(e => e.TextContent));
        Assert.Equal(article.Sections.Where(s => s.Label is not null).Select(s => $"#s{s.Start}"), entries.Select(e => e.GetAttribute("href")));
    }

    [Fact]
    public void Home_shows_who_speaks_in_each_article_and_leads_on()
    {
        var page = Parse(HomePage.Render([WebServer.Interview, WebServer.Interview with { City = "他市", Damages = [] }], ["<几>个？"]));

        var cards = page.QuerySelectorAll(".card");
        Assert.Equal(2, cards.Length);
        Assert.Equal("某市 · 市教育局", cards[0].QuerySelector(".dept")!.TextContent);
        Assert.Equal("建设<强>市", cards[0].QuerySelector("h3 a")!.TextContent);
        Assert.Equal("局长 王文梅 · 2024年", cards[1].QuerySelector(".meta")!.TextContent);
        Assert.NotNull(cards[0].QuerySelector(".warn"));
        Assert.Equal("<几>个？", page.QuerySelector(".suggestions button")!.GetAttribute("value"));
        Assert.Equal(["/commitments", "/embed"], page.QuerySelectorAll(".doors a").Select(a => a.GetAttribute("href")!));
        Assert.Null(page.QuerySelector(".more"));
    }

    [Fact]
    public void Of_many_articles_home_shows_a_dozen_and_the_list_shows_all_by_pages()
    {
        Article[] articles = [.. Enumerable.Range(0, 250).Select(i => WebServer.Interview with { Id = $"a{i}", Year = 2020 + (i % 2) })];
        Assert.Equal(12, Parse(HomePage.Render(articles, [])).QuerySelectorAll(".card").Length);
        Assert.Equal("/?all=1", Parse(HomePage.Render(articles, [])).QuerySelector(".more")!.GetAttribute("href"));

        var pages = Enumerable.Range(1, 3).Select(n => Parse(ArticleListPage.Render(articles, n))).ToList();
        Assert.Equal(articles.Select(a => $"/articles/{a.Id}").Order(), pages.SelectMany(p => p.QuerySelectorAll(".card a")).Select(a => a.GetAttribute("href")!).Order());
        Assert.Equal(["2021年 · 某市", "2020年 · 某市"], pages[1].QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Equal(["/?all=1", "/?all=3"], pages[1].QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")!));
        Assert.Equal(50, Parse(ArticleListPage.Render(articles, 99)).QuerySelectorAll(".card").Length);
    }

    [Theory]
    [InlineData("qa.example.cn", "http://qa.example.cn/widget.js")]
    [InlineData("[::1]:5080", "http://[::1]:5080/widget.js")]
    [InlineData("\"><script>", "https://问答服务器/widget.js")]
    [InlineData("a b", "https://问答服务器/widget.js")]
    [InlineData("host:port", "https://问答服务器/widget.js")]
    public void The_snippet_names_this_server_where_the_host_is_one(string host, string script)
    {
        var request = new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString(host) } }.Request;
        Assert.Equal($"<script src=\"{script}\" defer></script>\n<policy-qa></policy-qa>", Parse(EmbedPage.Render(ServerAddress.Of(request))).GetElementById("snippet")!.TextContent);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(Page page) => new HtmlParser().ParseDocument(page.Main.ToString());
}
