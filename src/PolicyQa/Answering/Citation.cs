using PolicyQa.Corpus;

namespace PolicyQa.Answering;

/// <summary>A verbatim excerpt, [<see cref="Start"/>, <see cref="End"/>) of the article's canonical text.</summary>
public sealed record Citation
{
    /// <summary>1-based, as [n] in the answer's text.</summary>
    public required int Id { get; init; }

    public required string ArticleId { get; init; }

    public required string Title { get; init; }

    public string? Department { get; init; }

    public string? Speaker { get; init; }

    public int? Year { get; init; }

    public string? Section { get; init; }

    public required string Excerpt { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The words that answer, as offsets into the canonical text, inside [Start, End).</summary>
    public IReadOnlyList<TextSpan> Highlights { get; init; } = [];

    public required string SourceHash { get; init; }

    public required bool Damaged { get; init; }

    public string Url => ArticleAddress.Of(ArticleId, Start, End, Excerpt);
}
