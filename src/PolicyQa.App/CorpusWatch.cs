using PolicyQa.App.Configuration;
using PolicyQa.App.Publishing;

namespace PolicyQa.App;

/// <summary>
/// Re-reads corpus and lexicon when a file changes, without a restart and without a failed request. Looks rather than
/// listens: file-system events get lost on network and container mounts.
/// </summary>
internal sealed class CorpusWatch(LiveSettings live, EngineHost engines, CorpusHistory history, ILogger logger, TimeProvider time, Action<bool>? reloaded = null) : IDisposable
{
    /// <summary>How often to look.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>How long a corpus that could not be taken up is left alone, where nothing changes: a full disk may have been cleared.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private string _served = Stamp(live.Current, time);
    private string _seen = "";
    private string? _kept;
    private long? _failed;

    public Task RunAsync(CancellationToken cancellationToken) => Ticks.RunAsync(
        Interval,
        time,
        async () =>
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                Look(cancellationToken);
                Keep(cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        },
        cancellationToken);

    /// <summary>Changes files while nobody looks, and takes them up at once: no half of a change is ever served.</summary>
    /// <returns>Why the change is on the disk but not served; null where it is served.</returns>
    public async Task<string?> ChangeAsync(Action change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            change();
            _kept = _seen = Stamp(live.Current, time);
            return TakeUp(_seen, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>One look. A change is taken up when two looks in a row see the same: a file half written is left alone.</summary>
    public bool Look(CancellationToken cancellationToken)
    {
        var stamp = Stamp(live.Current, time);
        var settled = stamp == _seen;
        _seen = stamp;
        if (!settled || (stamp == _served && !(_failed is { } at && time.GetElapsedTime(at) >= Again))) return false;
        return TakeUp(stamp, cancellationToken) is null;
    }

    private string? TakeUp(string stamp, CancellationToken cancellationToken)
    {
        var settings = live.Current;
        _served = stamp;
        _failed = null;
        try
        {
            var engine = Composition.Workspace(settings, time).Open(out var warning, out var isStale, progress: null, cancellationToken);
            engines.Publish(Composition.Snapshot(engine, settings));
            if (isStale) _failed = time.GetTimestamp();
            if (warning is null) Log.CorpusReloaded(logger, engine.Articles.Count);
            else Log.CorpusReloadIncomplete(logger, warning);
            reloaded?.Invoke(!isStale);
            return isStale ? warning : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _failed = time.GetTimestamp();
            Log.CorpusReloadIncomplete(logger, e.Message);
            reloaded?.Invoke(false);
            return e.Message;
        }
    }

    /// <summary>What came through the folder can be gone back to as well. Done after it is served, and once for each change.</summary>
    private void Keep(CancellationToken cancellationToken)
    {
        if (_kept == _served || _seen != _served) return;
        _kept = _served;
        try
        {
            using var alone = history.Lock();
            history.Record(Composition.Workspace(live.Current, time).Files(cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.HistoryNotKept(logger, DiskFault.Explain(e));
        }
    }

    /// <summary>What an engine is made of: its options, too.</summary>
    private static string Stamp(Settings settings, TimeProvider time) => $"{settings.Engine}\n{Composition.Workspace(settings, time).Stamp()}";

    public void Dispose() => _turn.Dispose();
}
