using PolicyQa.App.Configuration;

namespace PolicyQa.App;

/// <summary>
/// Re-reads corpus and lexicon when a file changes, without a restart and without a failed request. Looks rather than
/// listens: file-system events get lost on network and container mounts.
/// </summary>
internal sealed class CorpusWatch(LiveSettings live, EngineHost engines, ILogger logger, TimeProvider time, Action<bool>? reloaded = null)
{
    /// <summary>How often to look.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private string _served = Stamp(live.Current, time);
    private string _seen = "";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken)) Look(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    /// <summary>One look. A change is taken up when two looks in a row see the same: a file half written is left alone.</summary>
    public bool Look(CancellationToken cancellationToken)
    {
        var settings = live.Current;
        var stamp = Stamp(settings, time);
        var settled = stamp == _seen;
        _seen = stamp;
        if (stamp == _served || !settled) return false;
        _served = stamp;
        try
        {
            var engine = Composition.Workspace(settings, time).Open(out var warning, progress: null, cancellationToken);
            engines.Publish(Composition.Snapshot(engine, settings));
            if (warning is null) Log.CorpusReloaded(logger, engine.Articles.Count);
            else Log.CorpusReloadIncomplete(logger, warning);
            reloaded?.Invoke(true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CorpusReloadIncomplete(logger, e.Message);
            reloaded?.Invoke(false);
            return false;
        }
    }

    /// <summary>What an engine is made of: its options, too.</summary>
    private static string Stamp(Settings settings, TimeProvider time) => $"{settings.Engine}\n{Composition.Workspace(settings, time).Stamp()}";
}
