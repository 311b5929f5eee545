using PolicyQa.Commitments;

namespace PolicyQa.App;

/// <summary>Holds the engine that answers now. A newer one is swapped in atomically; requests under way finish on the old one.</summary>
public sealed class EngineHost : IDisposable
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EngineSnapshot? current;
    private EngineSnapshot? previous;
    private Func<LedgerStatuses>? statuses;

    /// <summary>Null until the first index is open.</summary>
    public EngineSnapshot? Current => Volatile.Read(ref current);

    /// <summary>The engine; only behind <see cref="WaitAsync"/>.</summary>
    public QaEngine Engine => Current?.Engine ?? throw new InvalidOperationException("The index is not open yet.");

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
        // Rebuilds are seconds apart and questions take milliseconds: one generation of grace needs no reference counting.
        var retired = Interlocked.Exchange(ref previous, Interlocked.Exchange(ref current, snapshot));
        retired?.Engine.Dispose();
        ready.TrySetResult();
    }

    /// <summary>True as soon as an engine is there; false where none comes within <paramref name="patience"/>.</summary>
    public async ValueTask<bool> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Current is not null) return true;
        try
        {
            await ready.Task.WaitAsync(patience, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref previous, null)?.Engine.Dispose();
        Interlocked.Exchange(ref current, null)?.Engine.Dispose();
    }
}
