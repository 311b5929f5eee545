using PolicyQa.Corpus;

namespace PolicyQa.Passages;

/// <summary>The unit that is indexed and ranked: consecutive sentences of one section.</summary>
/// <param name="ArticleId">The article it belongs to.</param>
/// <param name="Ordinal">0-based within the article.</param>
/// <param name="Section">The section it lies in.</param>
/// <param name="Sentences">In text order; foreign text (see <see cref="DamageKind.ForeignText"/>) is never among them.</param>
public sealed record Passage(string ArticleId, int Ordinal, Section Section, IReadOnlyList<Sentence> Sentences)
{
    public int Start => Sentences[0].Start;

    public int End => Sentences[^1].End;

    public TextSpan Span => new(Start, End);

    /// <summary>True where any of its sentences is damaged.</summary>
    public bool Damaged => Sentences.Any(s => s.Damaged);

    /// <summary>The words of the passage's own sentences: foreign text between them stays out.</summary>
    public string TextIn(Article article) => Damaged ? string.Join('\n', Sentences.Select(s => s.Span.Of(article.Text))) : Span.Of(article.Text);
}
