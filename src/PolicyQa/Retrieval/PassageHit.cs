using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Retrieval;

/// <summary>One result of a plain search.</summary>
/// <param name="Article">The article it stands in.</param>
/// <param name="Passage">The passage found.</param>
/// <param name="Score">Greater is better; comparable only within one search.</param>
/// <param name="Highlights">Matched stretches, canonical offsets, ordered and not overlapping.</param>
public sealed record PassageHit(Article Article, Passage Passage, double Score, IReadOnlyList<TextSpan> Highlights)
{
    /// <summary>The passage's words, verbatim.</summary>
    public string Excerpt { get; } = Passage.Span.Of(Article.Text);

    /// <summary>Where it can be read. Relative to the server's root.</summary>
    public string Url => ArticleAddress.Of(Article.Id, Passage.Start, Passage.End, Excerpt);
}
