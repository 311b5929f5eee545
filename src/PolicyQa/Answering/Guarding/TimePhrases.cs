using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>Years, dates and deadlines in plain form, so that 十月底之前 and 10月底前 are one.</summary>
internal static partial class TimePhrases
{
    /// <summary>This very year, said without more.</summary>
    public const string ThisYear = "";

    private const int LongestAlone = 14;

    /// <summary>Times of a compact text with their plain form.</summary>
    /// <param name="text">See <see cref="CompactText"/>.</param>
    /// <param name="year">What 今年 means there; null where unknown.</param>
    public static IReadOnlyList<(TextSpan Span, string Plain)> Find(string text, int? year)
    {
        List<(TextSpan Span, string Plain)> found = [];
        foreach (var span in TimeFinder.Find(text)) found.Add((span, Plain(span.Of(text), year)));
        foreach (Match match in Bare().Matches(text))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            if (!found.Exists(f => f.Span.Overlaps(span))) found.Add((span, Plain(match.Value, year)));
        }

        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return found;
    }

    /// <summary>The clause is a time and nothing else: 年底前, 到6月底.</summary>
    public static bool IsAllOf(string clause)
    {
        if (clause.Length > LongestAlone) return false;
        var length = 0;
        foreach (var (span, _) in Find(clause, null)) length += span.Length;
        return length > 0 && clause.Length - length <= 1;
    }

    /// <summary>今年 and 每月 say when, but date nothing.</summary>
    public static bool IsDate(string plain) => plain != ThisYear && !plain.StartsWith('每');

    /// <summary>去年, 2025年底前: a year other than this.</summary>
    public static bool IsAnotherYear(string plain) => Another().IsMatch(plain);

    private static string Plain(string phrase, int? year)
    {
        var plain = Numerals().Replace(phrase, m => ChineseNumerals.Parse(m.Value) is { } value ? value.ToString("0") : m.Value);
        plain = plain.TrimStart('到', '至', '第').Replace("之前", "前").Replace("以前", "前").Replace("之内", "内").Replace("以内", "内").Replace("之后", "后").Replace("以后", "后").Replace("月份", "月").Replace("年度", "年");
        plain = Current().Replace(plain, "");
        if (year is { } y && plain.StartsWith($"{y}年", StringComparison.Ordinal)) plain = plain[$"{y}年".Length..];
        return plain;
    }

    [GeneratedRegex("[零〇一二三四五六七八九十两]+(?=年|月|日|个|天|周|小时|分钟|季度|时|点)")]
    private static partial Regex Numerals();

    [GeneratedRegex(@"^(?:\d{4}年|\d{4}$|[去明前后来上次]年)")]
    private static partial Regex Another();

    [GeneratedRegex("^(?:今年|本年度?|当年)")]
    private static partial Regex Current();

    [GeneratedRegex(@"今年|本年度?|当年|去年|明年|前年|后年|来年|上年|次年|今后|近年来?|(?:19|20)\d\d年度?|二[〇零][〇零一二三四五六七八九]{2}年|每年|每月|每周|每天|逐年|年初|年底|年末|年中|年内|月底|月初")]
    private static partial Regex Bare();
}
