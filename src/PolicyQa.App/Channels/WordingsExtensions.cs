using PolicyQa.Answering;

namespace PolicyQa.App.Channels;

/// <summary>For channels that send an answer once.</summary>
internal static class WordingsExtensions
{
    /// <summary>The best wording; null where the extractive answer stands.</summary>
    public static async Task<Answer?> LastAsync(this Wordings wordings, Answer extractive, CancellationToken cancellationToken)
    {
        Answer? last = null;
        await foreach (var wording in wordings(extractive, cancellationToken)) last = wording;
        return last;
    }

    /// <summary>The best wording that comes within <paramref name="patience"/>; else the extractive answer.</summary>
    public static async Task<Answer> WithinAsync(this Wordings? wordings, Answer extractive, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        if (wordings is null) return extractive;
        using var late = new CancellationTokenSource(patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var best = extractive;
        try
        {
            await foreach (var wording in wordings(extractive, stop.Token)) best = wording;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What has come so far is guarded and complete.
        }

        return best;
    }
}
