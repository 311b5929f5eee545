namespace PolicyQa.App.Review;

/// <summary>An excerpt that a reviewed answer rests on.</summary>
/// <param name="ArticleId">Where it stands.</param>
/// <param name="Start">Where it stood in the article's canonical text when it was picked.</param>
/// <param name="Excerpt">Verbatim.</param>
internal sealed record ReviewedQuotation(string ArticleId, int Start, string Excerpt)
{
    /// <summary>Where it stands now: at its old place, or where else it stands once and only once; -1 where it does not.</summary>
    public int Find(QaEngine engine)
    {
        if (engine.FindArticle(ArticleId) is not { Text: var text }) return -1;
        if (Start >= 0 && Start + Excerpt.Length <= text.Length && text.AsSpan(Start, Excerpt.Length).SequenceEqual(Excerpt)) return Start;
        var first = text.IndexOf(Excerpt, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(Excerpt, first + 1, StringComparison.Ordinal) < 0 ? first : -1;
    }
}
