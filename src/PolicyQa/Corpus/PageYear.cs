using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>The year a page speaks in, from the surest sign down: dateline, "2024年是…", the year most spoken of, file name.</summary>
internal static partial class PageYear
{
    private const int HeadLines = 8;

    public static int? Of(IReadOnlyList<PageLine> lines, string fileName)
    {
        foreach (var line in lines.Take(HeadLines).Where(l => l.Text.Length <= 80))
        {
            if (Dateline().Match(line.Text) is { Success: true } m) return Year(m);
        }

        var text = string.Concat(lines.Select(l => l.Text));
        if (Stated().Matches(text) is { Count: > 0 } stated) return MostFrequent(stated);
        var named = Named().Match(fileName) is { Success: true } n ? Year(n) : (int?)null;
        var spoken = Spoken().Matches(text);
        return spoken.Count == 0 ? named : MostFrequent(spoken);
    }

    private static int MostFrequent(MatchCollection matches) =>
        matches.Select(Year).GroupBy(y => y).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;

    private static int Year(Match m) => int.Parse(m.Groups["year"].ValueSpan);

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)(?:年|[-/.])\s?\d{1,2}(?:月|[-/.])\s?\d{1,2}日?")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"(?<![\d到至前于止])(?<year>20\d\d)年(?:，?(?:是|我们将|我市将|全市将|将|要|计划)|(?:全市|我市)?(?:政府)?工作(?:安排|重点|要点|思路))")]
    private static partial Regex Stated();

    /// <summary>A goal (到2030年) and a result (2023年取得的, 2023年，在…领导下) lie in other years.</summary>
    [GeneratedRegex(@"(?<![\d到至自从于]|力争|截至)(?<year>20\d\d)年(?!以来|底前?完成了|取得|来|度?的成绩|，在.{0,20}领导下|至|到|—)")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)(?!\d)")]
    private static partial Regex Named();
}
