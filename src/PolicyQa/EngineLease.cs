namespace PolicyQa;

/// <summary>
/// Keeps the index of an <see cref="QaEngine"/> open while it is asked, however often newer engines take its place meanwhile.
/// Disposed of once, by whoever took it; not shared between threads.
/// </summary>
public sealed class EngineLease : IDisposable
{
    private QaEngine? _engine;

    internal EngineLease(QaEngine engine) => _engine = engine;

    /// <summary>The engine; throws once the lease is over.</summary>
    public QaEngine Engine => _engine ?? throw new ObjectDisposedException(nameof(EngineLease));

    public void Dispose() => Interlocked.Exchange(ref _engine, null)?.Leave();
}
