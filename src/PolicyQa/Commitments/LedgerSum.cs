using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Answering;

namespace PolicyQa.Commitments;

/// <summary>Adds figures, where they count the same kind of thing in the same unit.</summary>
internal static partial class LedgerSum
{
    /// <summary>So short a noun (中心, 学校) is no kind: things of many kinds end in it.</summary>
    private const int ShortestKind = 3;

    /// <summary>36座 + 52座 = 88座; or why not.</summary>
    /// <param name="parts">Rows with the figure that counts.</param>
    /// <param name="asked">The noun asked for, folded; null for none.</param>
    public static (string? Total, string? WhyNot) Of(IReadOnlyList<(Commitment Row, PromisedQuantity Quantity)> parts, string? asked)
    {
        if (parts.Select(p => ClassOf(p.Quantity.Unit)).Distinct(StringComparer.Ordinal).Count() > 1) return (null, "单位不同，不能相加");
        if (parts[0].Quantity.Unit is "%" or "‰" or "倍") return (null, "比例不能相加");
        if (parts.Any(p => p.Quantity.Bound == Bound.AtMost)) return (null, "其中有的只说了上限，不宜相加");
        string[] things = [.. parts.Select(p => Brackets().Replace(CharacterFolding.Fold(p.Row.Object), "")).Distinct(StringComparer.Ordinal)];
        var same = things.Length == 1 || (asked is { Length: >= ShortestKind } && things.All(t => t.EndsWith(asked, StringComparison.Ordinal)));
        if (!same) return (null, $"这{parts.Count}项说的不是同一类对象（{string.Join("、", parts.Select(p => p.Row.Object).Distinct(StringComparer.Ordinal))}），不宜相加");
        var bounds = parts.Select(p => p.Quantity.Bound).ToHashSet();
        var total = Plain(parts.Sum(p => p.Quantity.Value)) + parts[0].Quantity.Unit;
        return (bounds.Contains(Bound.About) ? "约" + total : bounds.Contains(Bound.AtLeast) ? total + "以上" : total, null);
    }

    /// <summary>15000 as 1.5万, as papers print it.</summary>
    private static string Plain(decimal value) =>
        value >= 100_000_000 && value % 1_000_000 == 0 ? $"{value / 100_000_000:0.##}亿" : value >= 10_000 && value % 100 == 0 ? $"{value / 10_000:0.##}万" : $"{value:0.####}";

    private static string ClassOf(string unit) => UnitFit.ClassOf(unit) == "person" && unit is not "人次" ? "person" : unit;

    [GeneratedRegex(@"\([^)]*\)|“|”")]
    private static partial Regex Brackets();
}
