namespace PolicyQa.Commitments;

/// <summary>
/// What officials say of the ledger's rows, laid over it: the ledger itself comes from the pages alone. Immutable, so that one
/// answer or one page sees one state of it.
/// </summary>
/// <param name="entries">The last entry of each row, by the row's id.</param>
/// <param name="today">Decides what is still to come.</param>
public sealed class LedgerStatuses(IReadOnlyDictionary<string, StatusEntry> entries, DateOnly today)
{
    /// <summary>Nobody has said anything, and no time is to come.</summary>
    public static LedgerStatuses None { get; } = new(new Dictionary<string, StatusEntry>(StringComparer.Ordinal), DateOnly.MaxValue);

    public DateOnly Today => today;

    /// <summary>How many rows somebody has said something of, whether or not they still exist.</summary>
    public int Count => entries.Count;

    /// <summary>The last entry of a row; null where there is none.</summary>
    public StatusEntry? Entry(string rowId) => entries.GetValueOrDefault(rowId);

    /// <summary>
    /// The status that holds today. 未到期 holds only while the row's last day is not over, whoever said it; without an entry
    /// such a row is 未到期 by itself. Everything else is as it was said last.
    /// </summary>
    public CommitmentStatus Of(Commitment row) => Entry(row.Id) switch
    {
        null or { Status: CommitmentStatus.NotDue or CommitmentStatus.Pending } => IsToCome(row, today) ? CommitmentStatus.NotDue : CommitmentStatus.Pending,
        { Status: var said } => said,
    };

    /// <summary>The entry where it is what holds: an old 未到期 has no say after its time.</summary>
    public StatusEntry? Holding(Commitment row) => Entry(row.Id) is { } entry && entry.Status == Of(row) ? entry : null;

    /// <summary>Its last day is over, and what was said last still speaks of the time before: officials should look again.</summary>
    public bool WantsUpdate(Commitment row) =>
        row.Deadline?.To is { } last && today > last && Of(row) is CommitmentStatus.Pending or CommitmentStatus.OnTrack or CommitmentStatus.Behind && !(Holding(row)?.Day > row.Deadline?.To);

    /// <summary>Whether the row's last day is today or later. A row without a last day is never to come.</summary>
    public static bool IsToCome(Commitment row, DateOnly today) => row.Deadline?.To is { } last && today <= last;

    /// <summary>What may be said of a row today: 未到期 only of what is still to come.</summary>
    public static IReadOnlyList<CommitmentStatus> Offered(Commitment row, DateOnly today) =>
        [.. StatusWords.All.Where(s => s != CommitmentStatus.NotDue || IsToCome(row, today))];
}
