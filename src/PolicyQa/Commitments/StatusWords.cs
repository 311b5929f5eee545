namespace PolicyQa.Commitments;

/// <summary>What statuses are called; the same names in pages, files, addresses and questions.</summary>
public static class StatusWords
{
    private static readonly string[] Names = ["待评估", "未到期", "进展正常", "滞后", "已完成", "调整"];

    /// <summary>In their usual order.</summary>
    public static IReadOnlyList<CommitmentStatus> All { get; } = Enum.GetValues<CommitmentStatus>();

    public static string Of(CommitmentStatus status) => Names[(int)status];

    /// <summary>The status of that name; null for any other word.</summary>
    public static CommitmentStatus? Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var at ? (CommitmentStatus)at : null;
}
