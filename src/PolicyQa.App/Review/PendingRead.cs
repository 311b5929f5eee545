using System.Threading.Channels;

namespace PolicyQa.App.Review;

/// <summary>
/// Waiting for a channel beside others: a wait that has not ended is taken up again. A new one each time would leave the old ones
/// in the channel, where nothing may ever come, one for each time that something came by another.
/// </summary>
internal sealed class PendingRead<T>(ChannelReader<T> reader, CancellationToken cancellationToken)
{
    private Task<bool>? pending;

    /// <summary>Ends when there is something to read, or never will be.</summary>
    public Task Next() => pending is { IsCompleted: false } ? pending : pending = reader.WaitToReadAsync(cancellationToken).AsTask();
}
