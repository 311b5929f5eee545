using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.Questions;

/// <summary>Years in folded text: 2024年, 二〇二四年, 今年, 去年, 明年.</summary>
public static partial class YearExpressions
{
    /// <summary>A year named in a question. <c>Year</c> is absolute, or <c>Offset</c> counts from the article's year (0 for 今年).</summary>
    public readonly record struct Mention(TextSpan Span, int? Year, int Offset);

    public static Mention? Find(string folded)
    {
        if (Absolute().Match(folded) is { Success: true } a)
        {
            return new Mention(new TextSpan(a.Index, a.Index + a.Length), Year(a), 0);
        }

        if (Relative().Match(folded) is { Success: true } r)
        {
            var offset = r.Value switch
            {
                "前年" => -2,
                "去年" or "上年" or "上一年" or "上年度" or "去年度" or "昨年" => -1,
                "明年" or "来年" or "下一年" or "下年" or "次年" => 1,
                "后年" => 2,
                _ => 0,
            };
            return new Mention(new TextSpan(r.Index, r.Index + r.Length), null, offset);
        }

        return null;
    }

    /// <summary>True where folded <paramref name="text"/> speaks of <paramref name="year"/> outright.</summary>
    public static bool Mentions(string text, int year) => text.Contains(year.ToString() + "年", StringComparison.Ordinal);

    /// <summary>True where folded <paramref name="text"/> names years, and <paramref name="year"/> is not among them: what names none may well be of that year.</summary>
    public static bool OnlyOthers(string text, int year)
    {
        var others = false;
        for (var named = Absolute().Match(text); named.Success; named = named.NextMatch())
        {
            if (Year(named) == year) return false;
            others = true;
        }

        return others;
    }

    private static int Year(Match named)
    {
        var digits = named.Groups[1].Success ? named.Groups[1].Value : named.Groups[2].Success ? named.Groups[2].Value : named.Groups[3].Value;
        var year = 0;
        foreach (var c in digits) year = year * 10 + (char.IsAsciiDigit(c) ? c - '0' : "〇一二三四五六七八九".IndexOf(c == '零' ? '〇' : c));
        return digits.Length == 2 ? year + 2000 : year;
    }

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)(?![\d.])年?度?|(二[〇零一二][〇零一二三四五六七八九]{2})年度?|(?<!\d)(2\d)年(?![后内来前以期的])")]
    private static partial Regex Absolute();

    [GeneratedRegex(@"今年|本年度?|当年|年内|去年度?|上一?年度?|昨年|前年|明年|来年|下一?年|次年|后年")]
    private static partial Regex Relative();
}
