using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>What officials said of a row last; who of them said it is their own business.</summary>
internal sealed record CommitmentProgress(DateOnly Day, string? Evidence, string? Link)
{
    /// <summary>Null for null.</summary>
    public static CommitmentProgress? Of(StatusEntry? entry) => entry is null ? null : new(entry.Day, entry.Evidence, entry.Link);
}
