using System.Threading.RateLimiting;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Http;

/// <summary>
/// So many questions are worked on at once, so many more wait a moment, the rest is turned away early: under overload answers
/// stay as quick as they were, and nothing piles up. Thread-safe.
/// </summary>
internal sealed class AnswerPlaces(LiveSettings live) : IDisposable
{
    /// <summary>Who waits longer than this is better told to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private (int Concurrent, int Queue) shape;
    private volatile ConcurrencyLimiter? limiter;

    public long Taken => limiter is { } l && l.GetStatistics() is { } s ? shape.Concurrent - s.CurrentAvailablePermits : 0;

    public long Waiting => limiter?.GetStatistics()?.CurrentQueuedCount ?? 0;

    /// <summary>A place, to be disposed of; not acquired where there is none.</summary>
    public async ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken)
    {
        var places = Limiter();
        var lease = places.AttemptAcquire();
        if (lease.IsAcquired) return lease;
        lease.Dispose();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await places.AcquireAsync(1, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return places.AttemptAcquire();
        }
    }

    public void Dispose() => limiter?.Dispose();

    private ConcurrencyLimiter Limiter()
    {
        var wanted = live.Current.RateLimits;
        if (limiter is { } current && shape == (wanted.Concurrent, wanted.Queue)) return current;
        lock (gate)
        {
            if (limiter is { } renewed && shape == (wanted.Concurrent, wanted.Queue)) return renewed;
            shape = (wanted.Concurrent, wanted.Queue);
            // Who holds or awaits a place of the old one keeps it: it is not disposed of, and goes when they have gone.
            return limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = wanted.Concurrent, QueueLimit = wanted.Queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        }
    }
}
