using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Http;

/// <summary>What one connection and one request may take of this server, in size and time.</summary>
internal static class ConnectionLimits
{
    /// <summary>A question is a few hundred bytes; nobody has reason to send more.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxHeaders = 64;

    /// <summary>Each costs some kilobytes, and a descriptor of the process.</summary>
    private const int MaxConnections = 4096;

    /// <summary>From the first byte of a request to the last of its answer; a language model's time is added.</summary>
    private static readonly TimeSpan Request = TimeSpan.FromSeconds(30);

    /// <summary>Reading a corpus or trying out a lexicon takes its time.</summary>
    public static readonly TimeSpan Official = TimeSpan.FromMinutes(5);

    /// <summary>Slower than an old modem is an attack.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));

    public static void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxRequestBodySize = MaxBodyBytes;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestHeaderCount = MaxHeaders;
        limits.MaxConcurrentConnections = MaxConnections;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MinRequestBodyDataRate = Slowest;
        limits.MinResponseDataRate = Slowest;
    }

    /// <summary>Who sends or reads too slowly is told 408; what is being streamed by then breaks off.</summary>
    public static RequestTimeoutPolicy RequestTimeout(Settings settings) => new()
    {
        Timeout = Request + (settings.Llm?.Timeout ?? TimeSpan.Zero),
        TimeoutStatusCode = StatusCodes.Status408RequestTimeout,
    };

    /// <summary>Only the named proxies are believed, and only as many of them as stand in a row.</summary>
    public static ForwardedHeadersOptions Forwarding(TrustedProxies proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = proxies.Hops };
        // Without this, whatever connects from this machine would be believed.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in proxies.Addresses) options.KnownProxies.Add(address);
        foreach (var network in proxies.Networks) options.KnownIPNetworks.Add(network);
        return options;
    }
}
