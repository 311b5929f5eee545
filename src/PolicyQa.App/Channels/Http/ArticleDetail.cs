using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http;

/// <summary>GET /api/articles/{id}. All offsets are UTF-16 code units of <see cref="Text"/>.</summary>
internal sealed record ArticleDetail
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public string? Department { get; init; }

    public string? Speaker { get; init; }

    public string? Post { get; init; }

    public string? Reporter { get; init; }

    public int? Year { get; init; }

    public string? City { get; init; }

    public required string Url { get; init; }

    public required string SourcePath { get; init; }

    public required string SourceHash { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<ArticleSection> Sections { get; init; }

    public required IReadOnlyList<ArticleLine> Lines { get; init; }

    public required IReadOnlyList<ArticleDamage> Damages { get; init; }

    public static ArticleDetail Of(Article a) => new()
    {
        Id = a.Id,
        Kind = JsonName.Of(a.Kind),
        Title = a.Title,
        Department = a.Department,
        Speaker = a.Speaker,
        Post = a.Post,
        Reporter = a.Reporter,
        Year = a.Year,
        City = a.City,
        Url = ArticleAddress.Of(a.Id),
        SourcePath = a.SourcePath,
        SourceHash = a.SourceHash,
        Text = a.Text,
        Sections = [.. a.Sections.Select(s => new ArticleSection(s.Label, JsonName.Of(s.Role), s.Start, s.End))],
        Lines = [.. a.Lines.Select(l => new ArticleLine(l.Start, l.Line))],
        Damages = [.. a.Damages.Select(d => new ArticleDamage(JsonName.Of(d.Kind), d.Start, d.End, d.Explanation, d.OwnerArticleId))],
    };
}
