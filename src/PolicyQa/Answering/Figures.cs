using System.Text.RegularExpressions;

namespace PolicyQa.Answering;

/// <summary>The rule that holds for every answer, whoever wrote it: each of its figures stands in an excerpt that it cites.</summary>
public static partial class Figures
{
    /// <summary>Figures of <paramref name="text"/> that stand in none of <paramref name="excerpts"/>, as written.</summary>
    public static IEnumerable<string> Unsupported(string text, IReadOnlyCollection<string> excerpts) =>
        Pattern().Matches(text).Select(m => m.Value).Where(f => !excerpts.Any(e => e.Contains(f, StringComparison.Ordinal)));

    [GeneratedRegex(@"\d[\d.,]*\d|\d")]
    private static partial Regex Pattern();
}
