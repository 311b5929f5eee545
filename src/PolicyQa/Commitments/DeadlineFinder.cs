using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>Reads times of folded text as deadlines: 年底前, 上半年, 10月底前, 2027年底前, 三年内. How fast a service is to be (24小时内) and how often (每季度) are none.</summary>
internal static partial class DeadlineFinder
{
    /// <summary>Where the time stands, and the deadline it is; in text order.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="year">The year that 今年 means; null where unknown.</param>
    public static IEnumerable<(TextSpan Span, Deadline Deadline)> Find(string text, string folded, int? year)
    {
        foreach (Match holiday in QuotedHoliday().Matches(folded))
        {
            var span = new TextSpan(holiday.Index, holiday.Index + holiday.Length);
            var (from, to) = Range(span.Of(folded), year);
            yield return (span, new Deadline(span.Of(text), from, to));
        }

        foreach (var found in TimeFinder.Find(folded))
        {
            // 赶在汛期前: the finder may take words before the season's name with it.
            var span = Before().Match(found.Of(folded)) is { Success: true } before ? found with { Start = found.Start + before.Length } : found;
            var words = span.Of(folded);
            if (!IsDeadline().IsMatch(words) || NoDeadline().IsMatch(words)) continue;
            // 第十届…, “十四五”, 一季度 inside 每季度.
            if (span.Start > 0 && folded[span.Start - 1] is '“' or '每') continue;
            var (from, to) = Range(words, year);
            yield return (span, new Deadline(span.Of(text), from, to));
        }
    }

    private static (DateOnly? From, DateOnly? To) Range(string words, int? articleYear)
    {
        var year = Year().Match(words) is { Success: true } y ? int.Parse(y.Groups[1].ValueSpan)
            : articleYear is not { } a ? (int?)null
            : Next().IsMatch(words) ? a + 1 : a;
        if (year is not { } n) return default;
        var before = words.EndsWith('前');
        var onward = words.EndsWith('起') || words.EndsWith('后') || words.EndsWith("开始", StringComparison.Ordinal);
        if (Within().Match(words) is { Success: true } within)
            return within.Groups[2].Value == "年" && ChineseNumerals.Parse(within.Groups[1].ValueSpan) is { } years and >= 1 and <= 30 ? (null, Last(n + (int)years - 1, 12)) : default;
        if (Month().Match(words) is { Success: true } m && ChineseNumerals.Parse(m.Groups["m"].ValueSpan) is { } month and >= 1 and <= 12)
            return OfMonth((int)month, m.Groups["d"].Value, m.Groups["part"].Value);
        if (Season(words) is { } season) return before ? (null, season.From) : onward ? (season.From, null) : (season.From, season.To);
        if (Period(words) is { } p) return before || words.Contains('底') || words.Contains('末') || words.EndsWith("年内", StringComparison.Ordinal) ? (null, p.To) : onward ? (p.From, null) : (p.From, p.To);
        return default;

        (DateOnly?, DateOnly?) OfMonth(int of, string day, string part)
        {
            if (day.Length > 0)
            {
                if (!int.TryParse(day, out var d) || d < 1 || d > DateTime.DaysInMonth(n, of)) return default;
                var date = new DateOnly(n, of, d);
                return before ? (null, date) : onward ? (date, null) : (date, date);
            }

            var (first, last) = part switch
            {
                "初" or "上旬" => (1, 10),
                "中旬" => (11, 20),
                "下旬" => (21, DateTime.DaysInMonth(n, of)),
                _ => (1, DateTime.DaysInMonth(n, of)),
            };
            // 10月前 ends with September; 10月底前 with October.
            if (before && part.Length == 0) return (null, new DateOnly(n, of, 1).AddDays(-1));
            if (before || part is "底" or "末") return (null, new DateOnly(n, of, last));
            return onward ? (new DateOnly(n, of, first), null) : (new DateOnly(n, of, first), new DateOnly(n, of, last));
        }

        (DateOnly From, DateOnly To)? Season(string w) => w switch
        {
            _ when AutumnTerm().IsMatch(w) => (new(n, 9, 1), new(n, 12, 31)),
            _ when SpringTerm().IsMatch(w) => (new(n, 3, 1), new(n, 6, 30)),
            _ when w.Contains("五一", StringComparison.Ordinal) => (new(n, 5, 1), new(n, 5, 5)),
            _ when w.Contains("国庆", StringComparison.Ordinal) || w.Contains("十一", StringComparison.Ordinal) => (new(n, 10, 1), new(n, 10, 7)),
            _ when w.Contains("暑", StringComparison.Ordinal) => (new(n, 7, 1), new(n, 8, 31)),
            _ => null,
        };

        (DateOnly From, DateOnly To)? Period(string w)
        {
            if (Quarter().Match(w) is { Success: true } q)
            {
                var number = "一二三四".IndexOf(q.Groups[1].Value[0]);
                return (new(n, number * 3 + 1, 1), Last(n, number * 3 + 3));
            }

            if (w.Contains("上半年", StringComparison.Ordinal)) return (new(n, 1, 1), Last(n, 6));
            if (w.Contains("下半年", StringComparison.Ordinal)) return (new(n, 7, 1), Last(n, 12));
            if (w.Contains("年初", StringComparison.Ordinal)) return (new(n, 1, 1), Last(n, 3));
            if (w.Contains("年中", StringComparison.Ordinal)) return (new(n, 6, 1), Last(n, 6));
            return WholeYear().IsMatch(w) ? (new(n, 1, 1), Last(n, 12)) : null;
        }
    }

    private static DateOnly Last(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    [GeneratedRegex(@"月|季度|半年|年底|年内|年初|年中|年末|开学|学期|汛|采暖|供暖|供热|国庆|五一|十一|春节|元旦|中秋|端午|清明|暑|寒假|入冬|雨季|高考|中考|旅游旺季|(?:年|个月)(?:之内|以内|内)|(?:19|20)\d\d年.*(?:前|底|末|内)")]
    private static partial Regex IsDeadline();

    [GeneratedRegex("“(?:五一|十一)”(?:假期|节|黄金周)?之?前")]
    private static partial Regex QuotedHoliday();

    [GeneratedRegex("^(?:[赶须要]?[在于到]|至)")]
    private static partial Regex Before();

    [GeneratedRegex(@"^每|时$|点$|分$|小时|分钟|^本月|十[三四五六]五|期间$|以来|去年")]
    private static partial Regex NoDeadline();

    [GeneratedRegex(@"((?:19|20)\d\d)年")]
    private static partial Regex Year();

    [GeneratedRegex("明年|次年|来年")]
    private static partial Regex Next();

    [GeneratedRegex(@"^([一二三四五六七八九十两\d]+)(年|个月)(?:之内|以内|内)$")]
    private static partial Regex Within();

    [GeneratedRegex(@"(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?<d>\d{1,2})日)?(?:份)?(?<part>底|末|初|上旬|中旬|下旬)?")]
    private static partial Regex Month();

    [GeneratedRegex("秋季.*(?:开学|学期)|秋学期")]
    private static partial Regex AutumnTerm();

    [GeneratedRegex("春季.*(?:开学|学期)|春学期")]
    private static partial Regex SpringTerm();

    [GeneratedRegex("第?([一二三四])季度")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"年底|年内|年末|(?:19|20)\d\d年(?:底|末|内|前)|(?:19|20)\d\d年$")]
    private static partial Regex WholeYear();
}
