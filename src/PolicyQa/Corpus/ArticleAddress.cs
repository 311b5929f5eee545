namespace PolicyQa.Corpus;

/// <summary>Where an article, or a place in it, can be read. Relative to the server's root.</summary>
public static class ArticleAddress
{
    public static string Of(string articleId) => $"/articles/{Uri.EscapeDataString(articleId)}";

    /// <summary>The place [start, end), with the fingerprint of its words: should the article have changed, the page notices.</summary>
    public static string Of(string articleId, int start, int end, string excerpt) =>
        $"{Of(articleId)}?v={ExcerptFingerprint.Of(excerpt)}#{start}-{end}";
}
