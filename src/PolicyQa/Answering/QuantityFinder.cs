using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Answering;

/// <summary>Finds quantities in folded text. Years, dates, ordinals and 一批/一体 are none.</summary>
public static partial class QuantityFinder
{
    /// <summary>Quantities in text order.</summary>
    public static IReadOnlyList<Quantity> Find(string folded)
    {
        List<Quantity> found = [];
        foreach (Match match in Pattern().Matches(folded))
        {
            var number = match.Groups["n"];
            var unit = match.Groups["p"].Success ? "%" : match.Groups["u"].Value;
            if (ChineseNumerals.Parse(number.Value) is not { } value) continue;
            var isDigits = char.IsAsciiDigit(number.Value[0]);
            if (match.Groups["p"].Success)
            {
                found.Add(new Quantity(new TextSpan(match.Index, match.Index + match.Length), new TextSpan(number.Index, number.Index + number.Length), value, unit, InQuotes(folded, number.Index)));
                continue;
            }

            if (number.Index > 0 && folded[number.Index - 1] is '第' or '+') continue;
            // 突破千亿元: no figure.
            if (number.Value[0] is '百' or '千' or '万' or '亿') continue;
            if (!isDigits && (unit.Length == 0 || (number.Value == "一" && unit is not "倍"))) continue;
            // 2024年, 5月, 3日 are dates, not amounts; 10年来 is one.
            if (unit is "年" && isDigits && value is >= 1900 and <= 2100) continue;
            if (unit is "月" or "日" or "号") continue;
            // 四市 counts cities; 市 after digits, or a lone 一市, does not.
            if (isDigits && unit is ("市" or "县" or "区" or "省" or "国" or "镇" or "村" or "乡")) continue;
            var quoted = InQuotes(folded, number.Index);
            if (unit.Length == 0 && (quoted || IsPartOfName(folded, number.Index + number.Length))) continue;
            found.Add(new Quantity(new TextSpan(match.Index, match.Index + match.Length), new TextSpan(number.Index, number.Index + number.Length), value, unit, quoted));
        }

        return found;
    }

    private static bool IsPartOfName(string text, int end) => end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '+' or '-' or '月' or '日' or '号' or '时' or '大');

    private static bool InQuotes(string text, int at)
    {
        var open = text.LastIndexOf('“', at);
        return open >= 0 && text.IndexOf('”', open) is var close && close > at && close - open <= 16;
    }

    [GeneratedRegex(@"(?<b>至少|不少于|不低于|不超过|最多|超过|超|约|近|突破|达到?)?(?:(?<p>百分之)(?<n>\d+(?:\.\d+)?|[一二三四五六七八九十百两〇零]+)|(?<n>\d[\d,]*(?:\.\d+)?[十百千万亿]*|[一二三四五六七八九十百千万亿两〇零]+(?=[余多]?(?:" + MeasureWords.Alternatives + @")))(?<m>[余多])?(?<u>" + MeasureWords.Alternatives + @")?)(?<a>(?:及)?以上|以下|以内|左右|上下|余|多(?!元|种|样))?")]
    private static partial Regex Pattern();
}
