using System.Buffers;
using System.Text.RegularExpressions;
using PolicyQa.Analysis;

namespace PolicyQa.Questions;

/// <summary>Finds the words that narrow a folded text: those of the shipped table, and levels (二级以上, 5A级).</summary>
public static partial class Qualifiers
{
    /// <summary>Levels are a group of their own, numbered after those of the table.</summary>
    private static readonly int Levels;

    private static readonly int Stars;

    private static readonly Dictionary<string, Qualifier> Known = new(StringComparer.Ordinal);

    private static readonly int Longest;

    /// <summary>What a qualifier can begin with; most characters of a text cannot.</summary>
    private static readonly SearchValues<char> Beginnings;

    static Qualifiers()
    {
        foreach (var line in EmbeddedText.Lines("qualifiers.txt"))
        {
            foreach (var member in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = member.Split('=');
                var names = parts[0].Split('|');
                string[] forms = parts.Length > 1 ? [.. names, .. parts[1].Split('|')] : names;
                foreach (var name in names) Known.Add(name, new Qualifier(name, Levels, forms));
            }

            Levels++;
        }

        Stars = Levels + 1;
        Longest = Known.Keys.Max(k => k.Length);
        Beginnings = SearchValues.Create([.. Known.Keys.Select(k => k[0]), .. "0123456789一二三四五六七八九十"]);
    }

    /// <summary>Qualifiers in text order, the longest at each place.</summary>
    /// <param name="folded">A question or a clause.</param>
    /// <param name="masked">Parts that are not looked at (department names); null looks at all.</param>
    public static IReadOnlyList<Qualifier> Find(string folded, bool[]? masked = null)
    {
        List<Qualifier>? found = null;
        for (var i = 0; i < folded.Length; i++)
        {
            var next = folded.AsSpan(i).IndexOfAny(Beginnings);
            if (next < 0) break;
            i += next;
            if (masked?[i] == true || At(folded, i) is not { } qualifier) continue;
            if (found?.Exists(q => q.Text == qualifier.Text) != true) (found ??= []).Add(qualifier);
            i += qualifier.Text.Length - 1;
        }

        return found ?? (IReadOnlyList<Qualifier>)[];
    }

    private static Qualifier? At(string folded, int at)
    {
        for (var length = Math.Min(Longest, folded.Length - at); length >= 2; length--)
        {
            if (Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded.AsSpan(at, length), out var known)) return known;
        }

        if (!(char.IsAsciiDigit(folded[at]) || ChineseNumerals.IsNumeral(folded[at])) || (at > 0 && (folded[at - 1] == '第' || char.IsAsciiDigit(folded[at - 1])))) return null;
        var level = Level().Match(folded, at);
        if (!level.Success) return null;
        var (grade, letter, bound) = (level.Groups["grade"].Value, level.Groups["letter"].Value, level.Groups["bound"].Value);
        // 市、县三级 and 市县两级 are levels together; 全市三级医院 are hospitals of the third.
        if (bound.Length == 0 && at > 1 && folded[at - 1] is '省' or '市' or '县' or '区' or '旗' or '乡' or '村' && folded[at - 2] is '、' or '市' or '县' or '区' or '旗' or '乡' or '省') return null;
        // 5A = 5A级
        if (letter.Length > 0) return new Qualifier(level.Value, Stars, bound.Length == 0 ? [grade + letter] : [grade + letter + "级" + bound[^2..], grade + letter + "级及" + bound[^2..]]) { IsLevel = true };
        // 二级及以上 = 2级以上
        string[] written = [grade, .. ChineseNumerals.Parse(grade) is { } n ? new[] { n.ToString("0"), ChineseNumerals.ToHan(n) ?? grade } : []];
        string[] bounds = bound.Length == 0 ? [""] : [bound[^2..], "及" + bound[^2..], "(含)" + bound[^2..]];
        return new Qualifier(level.Value, Levels, [.. written.Distinct(StringComparer.Ordinal).SelectMany(w => bounds.Select(b => w + "级" + b))]) { IsLevel = true };
    }

    [GeneratedRegex(@"\G(?:(?<grade>[1-5])(?<letter>a)(?:级(?<bound>及?以[上下])?)?|(?<grade>[一二三四五六七八九十]|\d{1,2})级(?<bound>及?以[上下])?(?!联动|书记))")]
    private static partial Regex Level();
}
