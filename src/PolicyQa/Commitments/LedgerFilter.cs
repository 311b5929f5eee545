using PolicyQa.Analysis;

namespace PolicyQa.Commitments;

/// <summary>Which commitments to show, and in which order. Immutable.</summary>
public sealed record LedgerFilter
{
    /// <summary>As bylines say it; null for all.</summary>
    public string? Department { get; init; }

    /// <summary>Null for all.</summary>
    public CommitmentKind? Kind { get; init; }

    /// <summary>Words (parted by white space), each of which must stand in the promise, its department, speaker, section or headline; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>A time as written (年底前), <see cref="AnyDeadline"/> or <see cref="NoDeadline"/>; null for all.</summary>
    public string? Deadline { get; init; }

    /// <summary>Due on this day or later; rows without a date fall out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Due on this day or earlier; rows without a date fall out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only those that stand so; null for all. Needs the statuses of the moment.</summary>
    public CommitmentStatus? Status { get; init; }

    public LedgerOrder Order { get; init; }

    /// <summary>Last first.</summary>
    public bool Descending { get; init; }

    public const string AnyDeadline = "any";

    public const string NoDeadline = "none";

    internal IReadOnlyList<Commitment> Of(IReadOnlyList<Commitment> items, LedgerStatuses statuses)
    {
        string[] words = [.. CharacterFolding.Fold(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var fitting = items.Where(c => Fits(c, words) && (Status is null || statuses.Of(c) == Status));
        return [.. Order switch
        {
            LedgerOrder.Department => Sorted(fitting, c => c.Department, StringComparer.Ordinal),
            LedgerOrder.Deadline => Undated(fitting, Descending),
            LedgerOrder.Quantity => Sorted(fitting, c => c.Quantities.Count == 0 ? -1 : c.Quantities[0].Value, Comparer<decimal>.Default),
            LedgerOrder.Kind => Sorted(fitting, c => (int)c.Kind, Comparer<int>.Default),
            _ => Descending ? fitting.Reverse() : fitting,
        }];
    }

    /// <summary>The day that counts for order and range: the last one.</summary>
    internal static DateOnly? Day(Commitment row) => row.Deadline?.To ?? row.Deadline?.From;

    private bool Fits(Commitment row, string[] words) =>
        (Department is null || row.Department == Department)
        && (Kind is null || row.Kind == Kind)
        && Deadline switch { null => true, AnyDeadline => row.Deadline is not null, NoDeadline => row.Deadline is null, _ => row.Deadline?.Text == Deadline }
        && (From is null || Day(row) >= From)
        && (To is null || Day(row) <= To)
        && (words.Length == 0 || (CharacterFolding.Fold($"{row.Department}\n{row.Line}\n{row.Title}\n{row.Speaker}\n{row.Section}") is var text && words.All(w => text.Contains(w, StringComparison.Ordinal))));

    private IEnumerable<Commitment> Sorted<T>(IEnumerable<Commitment> rows, Func<Commitment, T> by, IComparer<T> comparer) =>
        Descending ? rows.OrderByDescending(by, comparer) : rows.OrderBy(by, comparer);

    /// <summary>Rows without a date come last either way.</summary>
    private static IEnumerable<Commitment> Undated(IEnumerable<Commitment> rows, bool descending)
    {
        var dated = rows.OrderBy(r => Day(r) is null ? r.Deadline is null ? 2 : 1 : 0);
        return descending ? dated.ThenByDescending(Day) : dated.ThenBy(Day);
    }
}
