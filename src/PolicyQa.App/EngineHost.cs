using PolicyQa.Commitments;

namespace PolicyQa.App;

/// <summary>
/// Holds the engine that answers now. A newer one is swapped in atomically; who asks the old one holds a lease, and its index
/// closes with the last of them, however fast generations follow each other.
/// </summary>
public sealed class EngineHost : IDisposable
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EngineSnapshot? current;
    private Func<LedgerStatuses>? statuses;
    private volatile bool closed;

    /// <summary>Null until the first index is open.</summary>
    public EngineSnapshot? Current => Volatile.Read(ref current);

    /// <summary>The engine, for what it holds in memory (articles, ledger, samples); who asks or searches takes a <see cref="Lease"/>. Only behind <see cref="WaitAsync"/>.</summary>
    public QaEngine Engine => Current?.Engine ?? throw Missing();

    /// <summary>The engine of the moment, kept open until the lease is disposed of. Only behind <see cref="WaitAsync"/>.</summary>
    /// <exception cref="ObjectDisposedException">The server has stopped, or the engine was disposed of behind its back.</exception>
    public EngineLease Lease()
    {
        for (; ; )
        {
            var engine = Engine;
            if (engine.TryLease() is { } lease) return lease;
            // Retired between the two steps: then a newer one is there. Closed by somebody who had no business to: then none.
            if (Current?.Engine == engine) throw new ObjectDisposedException(nameof(QaEngine));
        }
    }

    /// <summary>Where every engine, this one and later ones, learns what officials say of commitments.</summary>
    public void UseStatuses(Func<LedgerStatuses> now)
    {
        statuses = now;
        if (Current is { } snapshot) snapshot.Engine.Statuses = now;
    }

    /// <summary>Puts a new engine in place.</summary>
    public void Publish(EngineSnapshot snapshot)
    {
        if (statuses is not null) snapshot.Engine.Statuses = statuses;
        var retired = Interlocked.Exchange(ref current, snapshot);
        if (retired is not null && retired.Engine != snapshot.Engine) retired.Engine.Dispose();
        ready.TrySetResult();
    }

    /// <summary>True as soon as an engine is there; false where none comes within <paramref name="patience"/>.</summary>
    public async ValueTask<bool> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Current is not null) return true;
        try
        {
            await ready.Task.WaitAsync(patience, time, cancellationToken);
            return Current is not null;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        closed = true;
        Interlocked.Exchange(ref current, null)?.Engine.Dispose();
    }

    private InvalidOperationException Missing() => closed ? new ObjectDisposedException(nameof(EngineHost)) : new InvalidOperationException("The index is not open yet.");
}
