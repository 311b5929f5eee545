using System.Net;
using AngleSharp.Html.Parser;
using PolicyQa.Answering;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.Corpus;

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
        var page = Parse(AskPage.Render([], "多少", new Answer
        {
            Question = "多少<b>",
            Status = AnswerStatus.Answered,
            ShortAnswer = "1633名",
            Text = "市教育局：补充<教师>1633名。[1]",
            Citations = [Cited],
            Note = "“今年”指2024年",
            Suggestions = ["什么时候<上岗>？"],
            ConversationId = "abc",
        }, null));

        Assert.Equal("1633名", page.QuerySelector(".short")!.TextContent);
        Assert.Equal("1补充<教师>1633名。", page.QuerySelector("blockquote")!.TextContent);
        Assert.Equal("1633", page.QuerySelector("blockquote mark")!.TextContent);
        Assert.Equal("《建设<强>市》 · 市教育局 · 王文梅 · 2024年", page.QuerySelector("figcaption")!.TextContent);
        Assert.Equal("/articles/edu?start=100&end=111#100-111", page.QuerySelector("figcaption a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector(".damage"));
        Assert.Contains("指2024年", page.QuerySelector(".note")!.TextContent);
        Assert.Equal("什么时候<上岗>？", page.QuerySelector(".suggestions button")!.GetAttribute("value"));
        Assert.Equal("abc", page.QuerySelector(".ask input[name=c]")!.GetAttribute("value"));
        Assert.Equal("多少<b>", page.QuerySelector(".asked")!.TextContent);
    }

    [Fact]
    public void Several_citations_are_linked_from_the_text()
    {
        var page = Parse(AskPage.Render([], "甲", new Answer
        {
            Question = "甲",
            Status = AnswerStatus.Answered,
            ShortAnswer = "乙",
            Text = "一[1]，二[2]。",
            Citations = [Cited, Cited with { Id = 2 }],
        }, null));
        Assert.Equal(["#c1", "#c2"], page.QuerySelectorAll(".text a").Select(a => a.GetAttribute("href")!));
        Assert.Equal("一[1]，二[2]。", page.QuerySelector(".text")!.TextContent);
    }

    [Fact]
    public void A_refusal_says_so_and_offers_something()
    {
        var page = Parse(AskPage.Render([], "甲", new Answer { Question = "甲", Status = AnswerStatus.NotFound, Text = "没有“甲”的内容。", Suggestions = ["乙？"] }, null));
        Assert.Equal("没有找到答案", page.QuerySelector(".none")!.TextContent);
        Assert.Null(page.QuerySelector(".short"));
        Assert.NotNull(page.QuerySelector(".suggestions button"));
    }

    [Fact]
    public void An_article_page_holds_the_canonical_text_and_marks_places()
    {
        var article = WebServer.Interview;
        var start = article.Text.IndexOf("一是补充", StringComparison.Ordinal);
        var mark = new TextSpan(start, start + 9);

        var page = Parse(ArticlePage.Render(article, mark));

        Assert.Equal(article.Text, string.Join('\n', page.QuerySelectorAll("[data-start]").Select(p => p.TextContent)));
        Assert.All(page.QuerySelectorAll("[data-start]"), p => Assert.StartsWith(p.TextContent, article.Text[int.Parse(p.GetAttribute("data-start")!)..]));
        Assert.Equal(mark.Of(article.Text), string.Concat(page.QuerySelectorAll("mark").Select(m => m.TextContent)));
        Assert.NotNull(page.GetElementById($"{mark.Start}-{mark.End}"));
        Assert.Equal("一是", page.GetElementById($"s{start}")!.TextContent);
        Assert.Equal("培育先进半", page.QuerySelector(".damaged")!.TextContent);
        Assert.Contains("这句话<断>了。", page.QuerySelector(".damages")!.TextContent);
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Pages_work_without_a_script_and_carry_nothing_inline()
    {
        await using var server = await WebServer.StartAsync();
        foreach (var path in (string[])["/", "/?q=" + Uri.EscapeDataString("<script>alert(1)</script>多少"), "/articles/edu?start=0&end=2"])
        {
            using var response = await server.Client.GetAsync(path);
            var html = await response.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.DoesNotContain("'unsafe", response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.DoesNotContain("alert(1)</script>", html);
            Assert.DoesNotContain("style=", html);
            Assert.DoesNotContain("onclick", html);
            Assert.Equal("/site.js", Assert.Single(new HtmlParser().ParseDocument(html).Scripts).GetAttribute("src"));
        }
    }

    [Theory]
    [InlineData("/?q=")]
    [InlineData("/?q=%20")]
    public async Task An_empty_question_is_told_on_the_page(string path)
    {
        await using var server = await WebServer.StartAsync();
        using var response = await server.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("问题是空的", await response.Content.ReadAsStringAsync());
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(Html page) => new HtmlParser().ParseDocument(page.ToString());
}
