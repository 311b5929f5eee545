using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>Articles, each with who speaks in it.</summary>
internal static class ArticleCards
{
    /// <summary>With one city, naming it on every card says nothing.</summary>
    public static bool NamesCities(IEnumerable<Article> articles) => articles.Select(a => a.City).Distinct().Skip(1).Any();

    public static Html Render(IEnumerable<Article> articles, bool cities) =>
        $"""<ul class="cards">{Html.Each(articles, a => Card(a, cities))}</ul>""";

    private static Html Card(Article article, bool cities)
    {
        string?[] above = [cities ? article.City : null, article.Department];
        string?[] below = [string.Join(' ', new[] { article.Post, article.Speaker }.OfType<string>()), article.Year is { } year ? $"{year}年" : null];
        Html damage = article.Damages.Count > 0 ? $"""<span class="tag warn">原文有缺损</span>""" : Html.Empty;
        return $"""
            <li class="card"><p class="dept">{Joined(above)}</p>
            <h3><a href="{ArticleAddress.Of(article.Id)}">{(article.Title.Length == 0 ? article.Id : article.Title)}</a></h3>
            <p class="meta">{Joined(below)}{damage}</p></li>
            """;
    }

    private static string Joined(IEnumerable<string?> parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
}
