using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>What rows are called for people.</summary>
internal static class CommitmentWords
{
    public static string Of(CommitmentKind kind) => kind switch
    {
        CommitmentKind.Measurable => "量化",
        CommitmentKind.Deadline => "限时",
        _ => "举措",
    };

    public static string Of(Bound bound) => bound switch
    {
        Bound.AtLeast => "至少",
        Bound.AtMost => "至多",
        Bound.About => "约",
        Bound.All => "全部",
        _ => "",
    };

    /// <summary>As written: 6类、10项以上.</summary>
    public static string Figures(Commitment row) => string.Join('、', row.Quantities.Select(q => q.Text).Where(t => t.Length > 0));
}
