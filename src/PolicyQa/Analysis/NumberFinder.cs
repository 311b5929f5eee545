using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.Analysis;

/// <summary>Figures that must stay one term: 28.6, 1,633, 100%, 百分之五, 三百二十二户, 二〇二四年. Each with its plain form (28.6, 1633, 100%, 5%, 322, 2024).</summary>
internal static partial class NumberFinder
{
    public static IEnumerable<(TextSpan Span, string Term)> Find(string folded)
    {
        foreach (Match match in Pattern().Matches(folded))
        {
            var figure = match.Groups["n"];
            if (ChineseNumerals.Parse(figure.Value) is not { } value) continue;
            var percent = match.Groups["p"].Success || match.Groups["q"].Success;
            yield return (new TextSpan(match.Index, match.Index + match.Length), value.ToString("0.######") + (percent ? "%" : ""));
        }
    }

    // Chinese numerals of one character (三年) belong to their word; longer ones count where a measure word or 年 follows.
    [GeneratedRegex(@"(?<p>百分之)(?<n>\d+(?:\.\d+)?|[一二三四五六七八九十百两〇零]+)|(?<![\d.])(?<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<q>[%％])?|(?<n>[一二三四五六七八九十百千万亿两〇零]{2,})(?=[余多]?(?:" + MeasureWords.Alternatives + "))")]
    private static partial Regex Pattern();
}
