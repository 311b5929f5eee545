namespace PolicyQa.App;

/// <summary>Holds the engine that answers now. A newer one is swapped in atomically; requests under way finish on the old one.</summary>
public sealed class EngineHost : IDisposable
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EngineSnapshot? current;
    private EngineSnapshot? previous;

    /// <summary>Null until the first index is open.</summary>
    public EngineSnapshot? Current => Volatile.Read(ref current);

    /// <summary>The engine; only behind <see cref="WaitAsync"/>.</summary>
    public QaEngine Engine => Current?.Engine ?? throw new InvalidOperationException("The index is not open yet.");

    /// <summary>Puts a new engine in place.</summary>
    public void Publish(EngineSnapshot snapshot)
    {
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
