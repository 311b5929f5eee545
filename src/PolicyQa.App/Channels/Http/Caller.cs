using System.Net;
using System.Net.Sockets;

namespace PolicyQa.App.Channels.Http;

/// <summary>Where a request comes from, as far as that can be trusted.</summary>
internal static class Caller
{
    /// <summary>From this machine or a private network, and on nobody else's behalf: a proxy beside us connects from here too, but says for whom.</summary>
    public static bool IsNear(HttpContext http) => IsDirect(http) && http.Connection.RemoteIpAddress is { } address && IsPrivate(address);

    /// <summary>No proxy stands between, or only one that is trusted and whose word has been taken already.</summary>
    public static bool IsDirect(HttpContext http) => !http.Request.Headers.Keys.Any(h => h.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || h is "Forwarded" or "X-Real-IP" or "Via");

    internal static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        var bytes = address.GetAddressBytes();
        return bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168);
    }
}
