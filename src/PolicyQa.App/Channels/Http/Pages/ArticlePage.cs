using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>An article as it reads, with its damaged stretches and, where one is asked for, a place in it marked.</summary>
internal static class ArticlePage
{
    /// <summary>The whole page.</summary>
    /// <param name="article">The article.</param>
    /// <param name="mark">The stretch to mark; null marks nothing (a script may, from the address's fragment).</param>
    public static Html Render(Article article, TextSpan? mark)
    {
        var title = article.Title.Length == 0 ? article.Id : article.Title;
        Html heading = article.Sections.Any(s => s.Role == SectionRole.Headline) ? Html.Empty : $"<h1>{title}</h1>";
        return PageLayout.Render(
            $"{title} · 政策问答",
            $"""
            <article class="article">
            <p class="about">{About(article)}</p>{heading}
            <div class="article-text">{ArticleText.Render(article, mark, afterHead: Damages(article))}</div>
            </article>
            <p class="back"><a href="/">提问</a></p>
            """);
    }

    private static string About(Article article)
    {
        string?[] parts =
        [
            article.City,
            article.Department,
            article.Speaker is null ? null : article.Post is null ? article.Speaker : $"{article.Post} {article.Speaker}",
            article.Year is { } year ? $"{year}年" : null,
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static Html Damages(Article article)
    {
        if (article.Damages.Count == 0) return Html.Empty;
        return $"""
            <aside class="damages" aria-label="原文缺损"><h2>原文有 {article.Damages.Count} 处缺损</h2>
            <ol>{Html.Each(article.Damages.Select((d, i) => (Damage: d, Number: i + 1)), x => Damage(x.Damage, x.Number))}</ol></aside>
            """;
    }

    private static Html Damage(Damage damage, int number) =>
        $"""<li id="d{number}">{damage.Explanation} <a href="#p{number}">看此处</a></li>""";
}
