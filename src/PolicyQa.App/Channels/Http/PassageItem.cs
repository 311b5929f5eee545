using PolicyQa.Corpus;
using PolicyQa.Retrieval;

namespace PolicyQa.App.Channels.Http;

/// <summary>One passage found: Excerpt is the article's canonical text [Start, End).</summary>
internal sealed record PassageItem(
    double Score,
    string ArticleId,
    string Title,
    string? Department,
    string? Speaker,
    int? Year,
    string? Section,
    string Excerpt,
    int Start,
    int End,
    IReadOnlyList<TextSpan> Highlights,
    string SourceHash,
    bool Damaged,
    string Url)
{
    public static PassageItem Of(PassageHit hit)
    {
        var (article, passage) = (hit.Article, hit.Passage);
        return new PassageItem(
            hit.Score,
            article.Id,
            article.Title,
            article.Department,
            article.Speaker,
            article.Year,
            passage.Section.Label,
            hit.Excerpt,
            passage.Start,
            passage.End,
            hit.Highlights,
            article.SourceHash,
            passage.Damaged,
            hit.Url);
    }
}
