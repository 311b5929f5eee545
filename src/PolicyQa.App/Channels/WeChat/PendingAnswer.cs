using PolicyQa.Answering;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>An answer in the making.</summary>
/// <param name="Extractive">Ready in milliseconds; null where the index did not open in time.</param>
/// <param name="Phrased">The longer one, whenever it comes; its result is null where none came of it, and it never fails. Null where nothing phrases.</param>
internal sealed record PendingAnswer(Task<Answer?> Extractive, Task<Answer?>? Phrased)
{
    /// <summary>Completes when nothing better will come.</summary>
    public Task<Answer?> Final => Phrased ?? Extractive;

    /// <summary>The best there is; only once <see cref="Extractive"/> has completed.</summary>
    public async Task<Answer?> BestAsync() => (Phrased is { IsCompleted: true } ? await Phrased : null) ?? await Extractive;
}
