using PolicyQa.App.Identity;
using PolicyQa.App.Progress;

namespace PolicyQa.App.Data;

/// <summary>What is done with the database while the server runs, beside the questions: opened once they can be answered, tried again where it cannot be used.</summary>
internal sealed class DataUpkeep(MachineKeys keys, StatusBook statuses, TimeProvider time, IServiceProvider services)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(15);

    /// <summary>Runs until the server stops.</summary>
    /// <param name="announceLink">Gets the secret of the one-time link where there is no account yet.</param>
    /// <param name="cancellationToken">The server stops.</param>
    public async Task RunAsync(Action<string> announceLink, CancellationToken cancellationToken)
    {
        try
        {
            while (!await BeginAsync(announceLink, cancellationToken)) await Task.Delay(Retry, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task<bool> BeginAsync(Action<string> announceLink, CancellationToken cancellationToken)
    {
        try
        {
            await keys.LoadAsync(cancellationToken);
            await statuses.LoadAsync(cancellationToken);
            if (services.GetService<SetupLinks>() is { } links && await links.ForFirstAccountAsync(cancellationToken) is { } secret) announceLink(secret);
            return true;
        }
        catch (DataUnavailableException)
        {
            // The store has logged why.
            return false;
        }
    }
}
