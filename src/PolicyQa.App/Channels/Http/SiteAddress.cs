namespace PolicyQa.App.Channels.Http;

/// <summary>Where this server's pages are, for links that leave it.</summary>
/// <param name="configured">Site:BaseUrl; null where not set.</param>
internal sealed class SiteAddress(string? configured)
{
    /// <summary>As configured, else as the client reached it; empty where it said no such thing. Without a slash at its end.</summary>
    public string Of(HttpRequest? request) => configured ?? (request is null ? null : ServerAddress.Of(request)) ?? "";
}
