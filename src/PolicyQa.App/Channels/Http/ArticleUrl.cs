namespace PolicyQa.App.Channels.Http;

/// <summary>Addresses of article pages.</summary>
internal static class ArticleUrl
{
    public static string Of(string id) => $"/articles/{Uri.EscapeDataString(id)}";

    /// <summary>The fragment is for the browser, the query lets the server mark the place where there is no script.</summary>
    public static string Of(string id, int start, int end) => $"{Of(id)}?start={start}&end={end}#{start}-{end}";
}
