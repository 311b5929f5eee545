using System.Globalization;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>The columns that files of rows have, left to right.</summary>
internal static class CommitmentColumns
{
    public static IReadOnlyList<(string Name, Func<Commitment, string> Of)> All { get; } =
    [
        ("部门", c => c.Department),
        ("负责人", c => c.Speaker ?? ""),
        ("年份", c => c.Year?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("段落", c => c.Section ?? ""),
        ("承诺", c => c.Said),
        ("动作", c => c.Action),
        ("对象", c => c.Object),
        ("数量", CommitmentWords.Figures),
        ("数值", c => Each(c, q => q.Value.ToString("0.####", CultureInfo.InvariantCulture))),
        ("单位", c => Each(c, q => q.Unit)),
        ("口径", c => Each(c, q => q.Bound == Bound.Exact ? "等于" : CommitmentWords.Of(q.Bound))),
        ("时限", c => c.Deadline?.Text ?? ""),
        ("时限起", c => Day(c.Deadline?.From)),
        ("时限止", c => Day(c.Deadline?.To)),
        ("类别", c => CommitmentWords.Of(c.Kind)),
        ("状态", _ => CommitmentWords.Pending),
        ("原文", c => c.Excerpt),
        ("原文有损", c => c.Damaged ? "是" : ""),
        ("文章", c => c.Title),
        ("出处", c => c.Url),
        ("编号", c => c.Id),
    ];

    private static string Each(Commitment row, Func<PromisedQuantity, string> of) => string.Join('、', row.Quantities.Select(of));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
