using System.Globalization;

namespace PolicyQa.App.Channels.Http;

/// <summary>This server as its visitors reach it.</summary>
internal static class ServerAddress
{
    /// <summary>https://host or https://host:port; null where the request names no host that could be one.</summary>
    public static string? Of(HttpRequest request)
    {
        var host = request.Host;
        if (!host.HasValue || Uri.CheckHostName(host.Host.Trim('[', ']')) == UriHostNameType.Unknown) return null;
        // The host is the client's word: what it says goes nowhere but back to it.
        var port = host.Port is { } p ? $":{p.ToString(CultureInfo.InvariantCulture)}" : "";
        return host.Value == host.Host + port ? $"{request.Scheme}://{host.Value}" : null;
    }
}
