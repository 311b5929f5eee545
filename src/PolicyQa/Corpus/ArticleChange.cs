namespace PolicyQa.Corpus;

/// <summary>One article before and after.</summary>
/// <param name="Before">As it was read.</param>
/// <param name="After">As it is read now.</param>
/// <param name="Differences">In what they differ; never <see cref="ArticleDifference.None"/>.</param>
public sealed record ArticleChange(Article Before, Article After, ArticleDifference Differences)
{
    /// <summary>Paragraphs that only the old text has, in text order.</summary>
    public IReadOnlyList<string> Removed { get; } = Without(Before, After);

    /// <summary>Paragraphs that only the new text has, in text order.</summary>
    public IReadOnlyList<string> Added { get; } = Without(After, Before);

    private static List<string> Without(Article article, Article other)
    {
        var known = other.Text.Split('\n').GroupBy(p => p, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        List<string> own = [];
        foreach (var paragraph in article.Text.Split('\n'))
        {
            if (known.GetValueOrDefault(paragraph) > 0) known[paragraph]--;
            else own.Add(paragraph);
        }

        return own;
    }
}
