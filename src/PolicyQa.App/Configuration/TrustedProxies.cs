using System.Net;

namespace PolicyQa.App.Configuration;

/// <summary>
/// ForwardedHeaders:…: whose X-Forwarded-For and X-Forwarded-Proto are believed. None named: nobody's, for anybody can write them.
/// </summary>
/// <param name="Addresses">Proxies by address.</param>
/// <param name="Networks">Proxies by network.</param>
/// <param name="Hops">So many proxies stand one behind the other.</param>
internal sealed record TrustedProxies(IReadOnlyList<IPAddress> Addresses, IReadOnlyList<IPNetwork> Networks, int Hops)
{
    private const int MostHops = 10;

    /// <summary>Somebody is believed.</summary>
    public bool Any => Addresses.Count + Networks.Count > 0;

    /// <summary>Reads and checks.</summary>
    /// <exception cref="UserErrorException">One is no address or network; the message names it.</exception>
    public static TrustedProxies Read(IConfiguration configuration)
    {
        var own = new SectionValues(configuration, "ForwardedHeaders");
        List<IPAddress> addresses = [];
        foreach (var text in Named(own, "KnownProxies")) addresses.Add(IPAddress.TryParse(text, out var address) ? address : throw new UserErrorException($"设置 ForwardedHeaders:KnownProxies：“{text}”不是 IP 地址"));
        List<IPNetwork> networks = [];
        foreach (var text in Named(own, "KnownNetworks")) networks.Add(IPNetwork.TryParse(text, out var network) ? network : throw new UserErrorException($"设置 ForwardedHeaders:KnownNetworks：“{text}”不是网段，应形如 10.0.0.0/8"));
        return new TrustedProxies(addresses, networks, Math.Max(1, own.Number("Limit", 1, MostHops)));
    }

    private static IEnumerable<string> Named(SectionValues own, string name) => own.List(name).Select(v => v.Trim()).Where(v => v.Length > 0);
}
