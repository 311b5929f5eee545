using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>The front page: ask, questions to begin with, where answers come from, and what else there is.</summary>
internal static class HomePage
{
    /// <summary>More would bury the rest of the page.</summary>
    private const int Shown = 12;

    public static Page Render(IReadOnlyList<Article> articles, IReadOnlyList<string> samples)
    {
        var listed = articles.Where(a => a.Kind != ArticleKind.Preface).ToList();
        return new Page("", $"""
            <section class="hero">
            {AskForm.Render("", null, $"""<h1><label for="q">您想了解什么政策？</label></h1><p class="motto">答案直接取自原文，每句话都能点开查证。</p>""")}
            {Samples(samples)}</section>
            {Sources(listed)}
            <nav class="doors" aria-label="还可以">
            <a href="/commitments"><strong>承诺台账</strong><span>谁承诺了什么、多少、什么时候完成，一张表看全</span></a>
            <a href="/embed"><strong>嵌入网站</strong><span>复制两行代码，把问答放进您的网页</span></a>
            </nav>
            """);
    }

    private static Html Samples(IReadOnlyList<string> samples)
    {
        if (samples.Count == 0) return Html.Empty;
        return $"""
            <form class="suggestions" action="/" method="get"><h2>可以这样问</h2>
            <ul>{Html.Each(samples, q => $"""<li><button name="q" value="{q}">{q}</button></li>""")}</ul></form>
            """;
    }

    private static Html Sources(IReadOnlyList<Article> articles)
    {
        if (articles.Count == 0) return $"""<section class="empty"><p>还没有收录文章。</p></section>""";
        Html all = articles.Count > Shown ? $"""<p><a class="more" href="/?all=1">查看全部 {articles.Count} 篇</a></p>""" : Html.Empty;
        return $"""<section class="sources"><h2>答案出自这些文章</h2>{ArticleCards.Render(articles.Take(Shown), ArticleCards.NamesCities(articles))}{all}</section>""";
    }
}
