using System.Net;
using System.Net.Sockets;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Http;

/// <summary>RateLimit:PerMinute and RateLimit:TotalPerMinute: how many questions one client, and all of them, may ask in a minute. What is remembered of clients is bounded. Thread-safe.</summary>
internal sealed class QuestionAllowances(LiveSettings live, TimeProvider time)
{
    internal const int MostClients = 50_000;
    private const int SignInsPerMinute = 20;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // After a minute every allowance is full again, and nothing is lost by forgetting it.
    private readonly ExpiringMemory<Allowance> clients = new(MostClients, Minute, time);
    private readonly ExpiringMemory<Allowance> guessers = new(MostClients, Minute, time);
    private readonly Lock gate = new();
    private Allowance everybody;

    /// <summary>Clients remembered.</summary>
    public int Count => clients.Count;

    /// <summary>Takes a question in, or says why not and how long to wait.</summary>
    public (string? Reason, TimeSpan Wait) Take(IPAddress? client)
    {
        var limits = live.Current.RateLimits;
        if (limits.PerMinute > 0 && Take(clients, client, limits.PerMinute) is { } wait && wait > TimeSpan.Zero) return (Rejection.Client, wait);
        if (limits.TotalPerMinute == 0) return (null, default);
        long late;
        lock (gate) (everybody, late) = everybody.Take(time.GetTimestamp(), limits.TotalPerMinute, TicksOfMinute);
        return late > 0 ? (Rejection.Total, Span(late)) : (null, default);
    }

    /// <summary>Takes a try at a password in, or says why not and how long to wait.</summary>
    public (string? Reason, TimeSpan Wait) TakeSignIn(IPAddress? client) =>
        Take(guessers, client, SignInsPerMinute) is var wait && wait > TimeSpan.Zero ? (Rejection.SignIn, wait) : (null, default);

    /// <summary>One IPv6 subscriber has a whole /64 to write from.</summary>
    internal static string KeyOf(IPAddress? client)
    {
        if (client is null) return "";
        if (client.IsIPv4MappedToIPv6) client = client.MapToIPv4();
        if (client.AddressFamily != AddressFamily.InterNetworkV6) return client.ToString();
        Span<byte> bytes = stackalloc byte[16];
        client.TryWriteBytes(bytes, out _);
        return Convert.ToHexString(bytes[..8]);
    }

    private TimeSpan Take(ExpiringMemory<Allowance> memory, IPAddress? client, int perMinute)
    {
        long wait = 0;
        memory.Update(KeyOf(client), before =>
        {
            (var next, wait) = before.Take(time.GetTimestamp(), perMinute, TicksOfMinute);
            return next;
        });
        return Span(wait);
    }

    private long TicksOfMinute => time.TimestampFrequency * (long)Minute.TotalSeconds;

    private TimeSpan Span(long ticks) => TimeSpan.FromSeconds(ticks / (double)time.TimestampFrequency);
}
