using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>
/// Every figure of a folded text without white space, also those that are no quantities (第一, 二级, “双千”): what a rewording
/// says of any of them has to stand in the excerpt.
/// </summary>
internal static partial class FigureFinder
{
    /// <summary>A bound may stand so far before its number: 至少推广应用5个.</summary>
    private const int Reach = 10;

    /// <summary>In text order, not overlapping.</summary>
    public static IReadOnlyList<Figure> Find(string text)
    {
        List<Figure> found = [];
        foreach (Match match in Pattern().Matches(text))
        {
            var core = new TextSpan(match.Groups["core"].Index, match.Groups["core"].Index + match.Groups["core"].Length);
            var bound = BoundOf(match.Groups["pre"].ValueSpan, match.Groups["mod"].ValueSpan, match.Groups["post"].ValueSpan);
            var span = new TextSpan(match.Index, match.Index + match.Length);
            var unit = UnitOf(text, match);
            var apart = Apart(text, found.Count > 0 ? found[^1].Span.End : 0, match.Index);
            if (apart is { } word) bound = BoundOf(word.Of(text), default, bound == FigureBound.Exact ? default : match.Groups["post"].ValueSpan);
            found.Add(new Figure(span, core, ValueOf(match), unit, bound) { Apart = apart });
        }

        return found;
    }

    /// <summary>至少推广应用5个: the bound of the number at <paramref name="at"/> where it stands apart from it.</summary>
    private static TextSpan? Apart(string text, int from, int at)
    {
        var start = Math.Max(from, at - Reach);
        TextSpan? last = null;
        foreach (var bound in Bounds().EnumerateMatches(text.AsSpan(start, at - start)))
        {
            if (text.AsSpan(start + bound.Index, at - start - bound.Index).IndexOfAny(",;。:、") < 0) last = new TextSpan(start + bound.Index, start + bound.Index + bound.Length);
        }

        return last;
    }

    private static string ValueOf(Match match)
    {
        var ordinal = match.Groups["ord"].Success ? "第" : "";
        if (match.Groups["pct"].Success) return ordinal + Plain(match.Groups["pct"].ValueSpan) + "%";
        if (match.Groups["of"].Success) return $"{Plain(match.Groups["part"].ValueSpan)}/{Plain(match.Groups["of"].ValueSpan)}";
        var value = match.Groups["lo"].Success ? $"{Plain(match.Groups["lo"].ValueSpan)}~{Plain(match.Groups["hi"].ValueSpan)}" : Plain(match.Groups["n"].ValueSpan);
        return ordinal + value + (match.Groups["u"].ValueSpan is "%" or "‰" ? match.Groups["u"].Value : "");
    }

    private static string Plain(ReadOnlySpan<char> number)
    {
        // 千亿元, 百分之百: one of them.
        var written = number[0] is '百' or '千' or '万' or '亿' ? string.Concat("一", number) : number.ToString();
        return ChineseNumerals.Parse(written) is { } value ? value.ToString("0.######") : written;
    }

    private static string UnitOf(string text, Match match)
    {
        if (match.Groups["pct"].Success || match.Groups["of"].Success) return "";
        if (match.Groups["u"].Success)
        {
            return match.Groups["u"].Value switch
            {
                "%" or "‰" => "",
                "千米" => "公里",
                "千克" => "公斤",
                "平方千米" => "平方公里",
                "位" or "名" => "名",
                var unit => unit,
            };
        }

        // No measure word that we know: what is counted begins with the next character.
        var end = match.Groups["core"].Index + match.Groups["core"].Length;
        return end < text.Length && char.IsLetterOrDigit(text[end]) ? text[end].ToString() : "";
    }

    private static FigureBound BoundOf(ReadOnlySpan<char> before, ReadOnlySpan<char> within, ReadOnlySpan<char> after)
    {
        var first = Before(before);
        var last = within.Length > 0 ? FigureBound.Odd : After(after);
        return first == FigureBound.Exact ? last : last == FigureBound.Exact || last == first ? first : FigureBound.Mixed;
    }

    private static FigureBound Before(ReadOnlySpan<char> word) => word switch
    {
        "至少" or "最少" or "起码" or "不少于" or "不低于" or "不得少于" or "不得低于" or "不小于" => FigureBound.AtLeast,
        "不超过" or "不高于" or "不多于" or "不大于" or "最多" or "至多" or "最高" => FigureBound.AtMost,
        "超过" or "突破" or "逾" or "高于" or "多于" or "大于" or "超" => FigureBound.MoreThan,
        "低于" or "少于" or "小于" or "不足" or "不到" or "不满" => FigureBound.LessThan,
        "大约" or "约为" or "约" => FigureBound.About,
        "近" or "将近" or "接近" => FigureBound.Nearly,
        _ => FigureBound.Exact,
    };

    private static FigureBound After(ReadOnlySpan<char> word) =>
        word.EndsWith("以上") ? FigureBound.AtLeast
        : word.EndsWith("以下") || word is "以内" or "之内" ? FigureBound.AtMost
        : word is "左右" or "上下" ? FigureBound.About
        : word is "余" or "多" ? FigureBound.Odd
        : FigureBound.Exact;

    private const string Number = @"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)[十百千万亿]*|[零〇一二三四五六七八九十百千万亿两廿]+";

    private const string Measure = "个(?:半)?(?:百分点|工作日|小时|月)|周岁|[家班课轮车航趟]次|兆瓦|标箱|美元|" + MeasureWords.Alternatives + "|款|幅|列|斤|羽|尾|桌|孔|根|道|面|眼|桩|枪|节|路|句|首|把|孩|平方|立方";

    [GeneratedRegex(
        "(?<pre>至少|最少|起码|不少于|不低于|不得少于|不得低于|不小于|不超过|不高于|不多于|不大于|最多|至多|最高|超过|突破|逾|高于|多于|大于|低于|少于|小于|不足|不到|不满|大约|约为|(?<![签节制条预大契履违])约|将近|接近|(?<![附最临就远邻])近|(?<![高])超)?" +
        "(?<core>(?<ord>第)?(?:百分之(?<pct>" + Number + ")|(?<of>" + Number + ")分之(?<part>" + Number + ")|(?<lo>" + Number + @")(?:至|到|-|—|~|–|―)+(?<hi>" + Number + ")|(?<n>" + Number + "))" +
        "(?<mod>余|多|来(?=[个名人家]))?(?<u>" + Measure + ")?)" +
        "(?<post>(?:及|\\(含\\))?以上|(?:及)?以下|以内|之内|左右|上下|余|多(?![元种样]))?")]
    private static partial Regex Pattern();

    [GeneratedRegex("至少|最少|起码|不少于|不低于|不得少于|不得低于|不超过|不高于|不多于|最多|至多")]
    private static partial Regex Bounds();
}
