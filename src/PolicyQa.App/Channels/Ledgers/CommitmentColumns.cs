using System.Globalization;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>The columns that files of rows have, left to right.</summary>
internal static class CommitmentColumns
{
    public static IReadOnlyList<(string Name, Func<Commitment, LedgerStatuses, string> Of)> All { get; } =
    [
        ("部门", (c, _) => c.Department),
        ("负责人", (c, _) => c.Speaker ?? ""),
        ("年份", (c, _) => c.Year?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("段落", (c, _) => c.Section ?? ""),
        ("承诺", (c, _) => c.Said),
        ("动作", (c, _) => c.Action),
        ("对象", (c, _) => c.Object),
        ("数量", (c, _) => CommitmentWords.Figures(c)),
        ("数值", (c, _) => Each(c, q => q.Value.ToString("0.####", CultureInfo.InvariantCulture))),
        ("单位", (c, _) => Each(c, q => q.Unit)),
        ("口径", (c, _) => Each(c, q => q.Bound == Bound.Exact ? "等于" : CommitmentWords.Of(q.Bound))),
        ("时限", (c, _) => c.Deadline?.Text ?? ""),
        ("时限起", (c, _) => Day(c.Deadline?.From)),
        ("时限止", (c, _) => Day(c.Deadline?.To)),
        ("类别", (c, _) => CommitmentWords.Of(c.Kind)),
        ("状态", (c, s) => StatusWords.Of(s.Of(c))),
        ("进展登记日期", (c, s) => Day(s.Holding(c)?.Day)),
        ("进展说明", (c, s) => s.Holding(c)?.Evidence ?? ""),
        ("进展链接", (c, s) => s.Holding(c)?.Link ?? ""),
        ("原文", (c, _) => c.Excerpt),
        ("原文有损", (c, _) => c.Damaged ? "是" : ""),
        ("文章", (c, _) => c.Title),
        ("出处", (c, _) => c.Url),
        ("编号", (c, _) => c.Id),
    ];

    private static string Each(Commitment row, Func<PromisedQuantity, string> of) => string.Join('、', row.Quantities.Select(of));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
