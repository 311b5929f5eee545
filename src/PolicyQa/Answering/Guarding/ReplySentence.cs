using System.Text;
using System.Text.RegularExpressions;

namespace PolicyQa.Answering.Guarding;

/// <summary>One sentence as a model wrote it, read: its clauses with what each cites.</summary>
/// <param name="Text">For people: citations as [n], no marks of emphasis, no list marks, no links.</param>
/// <param name="Citations">Ids cited, in order of mention.</param>
/// <param name="Claims">Its clauses.</param>
internal sealed partial record ReplySentence(string Text, IReadOnlyList<int> Citations, IReadOnlyList<Claim> Claims)
{
    private const int MostCitations = 40;

    /// <summary>Reads a sentence; null for one without a word.</summary>
    public static ReplySentence? Read(string raw)
    {
        var text = LinkTarget().Replace(ListMark().Replace(raw.Trim(), ""), "").Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim();
        if (!text.Any(char.IsLetterOrDigit)) return null;
        var marks = Mark().Matches(text);
        List<int> all = [];
        List<Claim> claims = [];
        List<string> waiting = [];
        var shown = new StringBuilder();
        var at = 0;
        IReadOnlyList<int> last = [];
        for (var i = 0; i <= marks.Count; i++)
        {
            var end = i < marks.Count ? marks[i].Index : text.Length;
            var between = text[at..end];
            shown.Append(between);
            var words = WithTimes(Clauses(CompactText.Of(between)));
            // [1][2]: marks that follow each other belong to the same words.
            if (i > 0 && words.Count > 0 && waiting.Count > 0)
            {
                claims.AddRange(waiting.Select(w => new Claim(w, last)));
                waiting.Clear();
                last = [];
            }

            waiting.AddRange(words);
            if (i == marks.Count) break;
            var ids = Ids(marks[i].Groups[1].Value);
            shown.Append(string.Concat(ids.Select(id => $"[{id}]")));
            all.AddRange(ids.Except(all).ToArray());
            last = words.Count > 0 ? ids : [.. last, .. ids];
            at = end + marks[i].Length;
        }

        // Words behind the last mark belong to what it cites.
        claims.AddRange(waiting.Select(w => new Claim(w, last.Count > 0 ? last : all)));
        return new ReplySentence(shown.ToString(), all, claims);
    }

    private static List<string> Clauses(string compact)
    {
        List<string> clauses = [];
        var start = 0;
        for (var i = 0; i <= compact.Length; i++)
        {
            if (i < compact.Length && !",;:。!?…\n".Contains(compact[i])) continue;
            if (compact.AsSpan(start, i - start).IndexOfAnyInRange('0', '\uFFFF') >= 0 && compact[start..i].Any(char.IsLetterOrDigit)) clauses.Add(compact[start..i]);
            start = i + 1;
        }

        return clauses;
    }

    /// <summary>年底前，A建成: the time is part of what it is said of.</summary>
    private static List<string> WithTimes(List<string> clauses)
    {
        for (var i = clauses.Count - 2; i >= 0; i--)
        {
            if (!TimePhrases.IsAllOf(clauses[i])) continue;
            clauses[i] += clauses[i + 1];
            clauses.RemoveAt(i + 1);
        }

        return clauses;
    }

    private static List<int> Ids(string list)
    {
        List<int> ids = [];
        foreach (Match match in Range().Matches(list))
        {
            var from = int.Parse(match.Groups[1].Value);
            var to = match.Groups[2].Success ? int.Parse(match.Groups[2].Value) : from;
            for (var id = from; id <= to && ids.Count < MostCitations; id++) ids.Add(id);
        }

        return ids;
    }

    [GeneratedRegex(@"\s*[\[［【]\s*\^?(\d{1,3}(?:\s*[,，、\-–—~]\s*\d{1,3})*)\s*[\]］】]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(\d{1,3})(?:\s*[\-–—~]\s*(\d{1,3}))?")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?:#{1,6}\s+|[-*•·]\s+|>\s*|\d{1,2}[.、)）]\s*(?=\D)|[（(]\d{1,2}[)）]\s*)+")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"(?<=[\]］】])\([^)\s]*\)")]
    private static partial Regex LinkTarget();
}
