using PolicyQa.App.Configuration;

namespace PolicyQa.App;

/// <summary>
/// Re-reads corpus and lexicon when a file changes, without a restart and without a failed request. Looks rather than
/// listens: file-system events get lost on network and container mounts.
/// </summary>
internal sealed class CorpusWatch(Workspace workspace, EngineHost engines, Settings settings, ILogger logger, TimeProvider time)
{
    /// <summary>How often to look.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private string _served = workspace.Stamp();
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
        var stamp = workspace.Stamp();
        var settled = stamp == _seen;
        _seen = stamp;
        if (stamp == _served || !settled) return false;
        _served = stamp;
        try
        {
            var engine = workspace.Open(out var warning, progress: null, cancellationToken);
            engines.Publish(Composition.Snapshot(engine, settings));
            if (warning is null) Log.CorpusReloaded(logger, engine.Articles.Count);
            else Log.CorpusReloadIncomplete(logger, warning);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CorpusReloadIncomplete(logger, e.Message);
            return false;
        }
    }
}
