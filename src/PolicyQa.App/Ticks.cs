namespace PolicyQa.App;

/// <summary>Looks that are taken again and again while the server runs.</summary>
internal static class Ticks
{
    /// <summary>Until the server stops, which is no fault of a look under way.</summary>
    public static async Task RunAsync(TimeSpan interval, TimeProvider time, Func<Task> look, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken)) await look();
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    /// <inheritdoc cref="RunAsync(TimeSpan, TimeProvider, Func{Task}, CancellationToken)"/>
    public static Task RunAsync(TimeSpan interval, TimeProvider time, Action look, CancellationToken cancellationToken) => RunAsync(
        interval,
        time,
        () =>
        {
            look();
            return Task.CompletedTask;
        },
        cancellationToken);
}
