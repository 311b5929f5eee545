using PolicyQa.App.Configuration;
using PolicyQa.App.Identity;
using PolicyQa.App.Progress;
using PolicyQa.App.Review;

namespace PolicyQa.App.Data;

/// <summary>
/// What is done with the database while the server runs, beside the questions: opened once they can be answered, tried again where it
/// cannot be used; decisions are checked when the articles change, and what is too old is deleted.
/// </summary>
internal sealed class DataUpkeep(Settings settings, DataStore store, MachineKeys keys, DecisionBook decisions, UnansweredWriter writer, StatusBook statuses, UnansweredLog unanswered, FeedbackImport import, Retention retention, EngineHost engines, TimeProvider time, IServiceProvider services, ILogger<DataUpkeep> logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Reload = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Clean = TimeSpan.FromHours(1);

    private object? loadedFor;
    private long? loaded;
    private long? cleaned;

    /// <summary>Runs until the server stops.</summary>
    /// <param name="announceLink">Gets the secret of the one-time link where there is no account yet.</param>
    /// <param name="cancellationToken">The server stops.</param>
    public async Task RunAsync(Action<string> announceLink, CancellationToken cancellationToken)
    {
        try
        {
            var (begun, aside) = (false, (string?)null);
            while (true)
            {
                try
                {
                    // A damaged file was put aside under way: whether there is an account left is another question.
                    if (!begun || store.PutAside != aside) await BeginAsync(announceLink, cancellationToken);
                    (begun, aside) = (true, store.PutAside);
                    await LookAsync(cancellationToken);
                }
                catch (DataUnavailableException)
                {
                    // The store has logged why; next time may be better.
                }

                await Task.Delay(Look, time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    /// <summary>One look: are the articles others than those that the decisions were checked against, is anything due for deletion?</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        await store.TryAgainAsync(cancellationToken);
        var changed = engines.Current is { } snapshot && !ReferenceEquals(loadedFor, snapshot);
        // The command line may have deleted something, or another server decided.
        if (changed || loaded is not { } at || time.GetElapsedTime(at) >= Reload)
        {
            if (changed) writer.Forget();
            loadedFor = engines.Current;
            await decisions.LoadAsync(cancellationToken);
            loaded = time.GetTimestamp();
        }

        if (cleaned is { } last && time.GetElapsedTime(last) < Clean) return;
        var deleted = await retention.RunAsync(cancellationToken);
        if (deleted > 0) Log.OldRowsDeleted(logger, deleted);
        cleaned = time.GetTimestamp();
    }

    private async Task BeginAsync(Action<string> announceLink, CancellationToken cancellationToken)
    {
        await keys.LoadAsync(cancellationToken);
        await statuses.LoadAsync(cancellationToken);
        if (services.GetService<SetupLinks>() is { } links && await links.ForFirstAccountAsync(cancellationToken) is { } secret) announceLink(secret);
        await import.RunAsync(settings.Feedback, cancellationToken);
        unanswered.Start();
    }
}
