using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http;

/// <summary>Addresses of places as the pages link them.</summary>
internal static class ArticleUrl
{
    /// <summary>The fragment is for the browser; the query lets the server check and mark the place where there is no script.</summary>
    public static string Of(string id, int start, int end, string excerpt) =>
        $"{ArticleAddress.Of(id)}?start={start}&end={end}&v={ExcerptFingerprint.Of(excerpt)}#{start}-{end}";
}
