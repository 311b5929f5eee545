namespace PolicyQa.Corpus;

/// <summary>Who is interviewed, as the page says it.</summary>
/// <param name="Department">市教育局; null where the post stands alone (市长).</param>
/// <param name="Post">党组书记、局长; null where only the name is given.</param>
/// <param name="Speaker">The name, without the space that print sets into short ones; null where it cannot be told.</param>
/// <param name="Style">How sure its form is.</param>
internal sealed record Byline(string? Department, string? Post, string? Speaker, BylineStyle Style)
{
    /// <summary>The same head of the same department speaks (again).</summary>
    public bool SamePersonAs(Byline? other) => Speaker is not null && other is not null && other.Speaker == Speaker && other.Department == Department;
}
