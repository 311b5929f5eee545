using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>The city that a page calls 我市, learnt from how often and where it writes XX市; null rather than a guess.</summary>
internal static partial class PageCity
{
    private const int LeastScore = 3;

    public static string? Of(IReadOnlyList<PageLine> lines, IEnumerable<Byline> bylines)
    {
        var text = string.Join('\n', lines.Select(l => l.Text));
        if (!Local().IsMatch(text)) return null;
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var department in bylines.Select(b => b.Department))
        {
            if (department is null || AtStart().Match(department) is not { Success: true } m) continue;
            named.Add(m.Groups["city"].Value);
            Add(m.Groups["city"].Value, 4);
        }

        foreach (var strong in AfterMark().Matches(text).Cast<Match>()) Add(strong.Groups["city"].Value, 3);
        foreach (var weak in AfterWord().Matches(text).Cast<Match>()) Add(weak.Groups["city"].Value, 2);
        // Outside a byline, a name that the page uses once only may be any words that happen to stand before 市.
        var best = scores.Where(s => !NoName().IsMatch(s.Key) && (s.Value >= 4 && named.Contains(s.Key) || Count(text, s.Key[..^1]) > 1))
            .Select(s => (City: s.Key, Score: s.Value + Count(text, s.Key[..^1]) - 1))
            .OrderByDescending(s => s.Score).ThenByDescending(s => s.City.Length).ThenBy(s => s.City, StringComparer.Ordinal).FirstOrDefault();
        return best.Score >= LeastScore ? best.City : null;

        void Add(string city, int score) => scores[city] = scores.GetValueOrDefault(city) + score;
    }

    private static int Count(string text, string name) => Regex.Count(text, Regex.Escape(name));

    private const string City = "(?<city>" + Chinese.Han + "{2,4}?市)(?![场民值容面井盈价斤制辖区第圈])";

    [GeneratedRegex("[全我]市|市委|市政府|两会")]
    private static partial Regex Local();

    [GeneratedRegex("^" + City)]
    private static partial Regex AtStart();

    [GeneratedRegex(@"(?<=^|[\s，。；“●—])" + City, RegexOptions.Multiline)]
    private static partial Regex AfterMark();

    [GeneratedRegex("(?<=支持|推动|建设|助力|推进|促进|打造|访|在|为|对|是|将|让|了|把|以)" + City)]
    private static partial Regex AfterWord();

    /// <summary>Words before 市 that name no city, and cities that others live in when they are only mentioned.</summary>
    [GeneratedRegex("[全我本各该省县们委局的个]|^[是将与和有]|[超股夜早楼菜]市$|^(?:对话|专访|访谈|走访|采访|记者|本报)|地级|县级|首府|先进|推进|推动|提升|加快|建设|服务|继续|积极")]
    private static partial Regex NoName();
}
