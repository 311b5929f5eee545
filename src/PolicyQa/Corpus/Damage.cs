namespace PolicyQa.Corpus;

/// <summary>A damaged stretch [<paramref name="Start"/>, <paramref name="End"/>) of an article's canonical text.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Start">First damaged code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Explanation">What to tell a reader, in plain Chinese.</param>
/// <param name="OwnerArticleId">For <see cref="DamageKind.ForeignText"/>: the article the words belong to.</param>
public sealed record Damage(DamageKind Kind, int Start, int End, string Explanation, string? OwnerArticleId = null)
{
    public TextSpan Span => new(Start, End);
}
