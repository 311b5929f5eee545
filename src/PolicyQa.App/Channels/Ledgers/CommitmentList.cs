using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>Rows and how many they are.</summary>
internal sealed record CommitmentList(IReadOnlyList<CommitmentItem> Items, int Total)
{
    public static CommitmentList Of(IReadOnlyList<Commitment> rows, LedgerStatuses statuses) => new([.. rows.Select(r => CommitmentItem.Of(r, statuses))], rows.Count);
}
