using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http;

/// <summary>An article without its text.</summary>
internal sealed record ArticleSummary(
    string Id,
    string Kind,
    string Title,
    string? Department,
    string? Speaker,
    string? Post,
    string? Reporter,
    int? Year,
    string? City,
    bool Damaged,
    string Url)
{
    public static ArticleSummary Of(Article a) => new(
        a.Id, JsonName.Of(a.Kind), a.Title, a.Department, a.Speaker, a.Post, a.Reporter, a.Year, a.City, a.Damages.Count > 0, ArticleAddress.Of(a.Id));
}
