using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>Every article, a hundred a page, under headings of city and year.</summary>
internal static class ArticleListPage
{
    private const int PageSize = 100;

    /// <summary>One page of the list.</summary>
    /// <param name="articles">All articles, in corpus order.</param>
    /// <param name="number">From 1; one past the end shows the last.</param>
    public static Page Render(IReadOnlyList<Article> articles, int number)
    {
        var listed = articles.Where(a => a.Kind != ArticleKind.Preface)
            .OrderByDescending(a => a.Year ?? 0).ThenBy(a => a.City ?? "", StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (listed.Count + PageSize - 1) / PageSize);
        number = Math.Clamp(number, 1, pages);
        var groups = listed.Skip((number - 1) * PageSize).Take(PageSize).GroupBy(a => (a.Year, a.City));
        return new Page(
            "全部文章",
            $"""<section class="sources"><h1>全部 {listed.Count} 篇文章</h1>{Html.Each(groups, Group)}{Pager(number, pages)}</section>""");
    }

    private static Html Group(IGrouping<(int? Year, string? City), Article> group)
    {
        string?[] name = [group.Key.Year is { } year ? $"{year}年" : null, group.Key.City];
        var heading = string.Join(" · ", name.OfType<string>());
        return $"""<h2>{(heading.Length == 0 ? "未注明年份" : heading)}</h2>{ArticleCards.Render(group, cities: false)}""";
    }

    private static Html Pager(int number, int pages)
    {
        if (pages == 1) return Html.Empty;
        Html before = number > 1 ? $"""<a class="more" rel="prev" href="/?all={number - 1}">上一页</a>""" : Html.Empty;
        Html after = number < pages ? $"""<a class="more" rel="next" href="/?all={number + 1}">下一页</a>""" : Html.Empty;
        return $"""<nav class="pager" aria-label="分页">{before}<span>第 {number} 页，共 {pages} 页</span>{after}</nav>""";
    }
}
