using PolicyQa.Analysis;
using PolicyQa.Commitments;

namespace PolicyQa.Evaluation;

/// <summary>
/// Questions whose right answers stand in the ledger itself, so that every corpus of interviews has a question set: how many
/// of each figure, by when of each deadline. They are put in the rows' own words; where a lexicon has other words for one of
/// these, the question is put in those as well, since that is what a lexicon is for.
/// </summary>
public static class CommitmentQuestions
{
    private const int LongestObject = 24;

    /// <summary>In ledger order, each row's own words first.</summary>
    /// <param name="ledger">The rows.</param>
    /// <param name="lexicons">Whose words to put the questions in as well.</param>
    /// <param name="most">At most so many; beyond it, evenly from all.</param>
    public static IReadOnlyList<EvaluationQuestion> Of(Ledger ledger, IEnumerable<Lexicon> lexicons, int most)
    {
        var groups = lexicons.SelectMany(l => l.OwnGroups).Where(g => g.Words.Count > 1).ToArray();
        List<EvaluationQuestion> made = [];
        HashSet<string> asked = new(StringComparer.Ordinal);
        foreach (var row in ledger.Items.Where(r => !r.Damaged))
        {
            foreach (var (clause, gold) in Clauses(row))
            {
                foreach (var words in Worded(clause, groups))
                {
                    var question = $"{row.Department}{words}？";
                    if (asked.Add(question)) made.Add(new EvaluationQuestion($"{row.Id}#{made.Count + 1}", new AskRequest(question), new GoldAnswer([gold], false, row.Excerpt, [row.ArticleId], false)));
                }
            }
        }

        return made.Count <= most ? made : [.. Enumerable.Range(0, most).Select(i => made[(int)((long)i * made.Count / most)])];
    }

    private static IEnumerable<(string Clause, string Gold)> Clauses(Commitment row)
    {
        if (row.Object.Length is 0 or > LongestObject || row.Object.AsSpan().IndexOfAny("，；。：") >= 0) yield break;
        if (row.Quantities is [{ Unit.Length: > 0, Text.Length: > 0, Bound: not Bound.All } only])
            yield return (only.Unit == "%" ? $"{row.Action}{row.Object}百分之多少" : $"{row.Action}多少{only.Unit}{row.Object}", only.Text);
        if (row.Deadline is { } deadline) yield return ($"{row.Action}{row.Object}什么时候完成", deadline.Text);
    }

    /// <summary>The clause, and the clause with one word of a group changed for each other of that group.</summary>
    private static IEnumerable<string> Worded(string clause, IReadOnlyList<SynonymGroup> groups)
    {
        yield return clause;
        var folded = CharacterFolding.Fold(clause);
        foreach (var group in groups)
        {
            foreach (var word in group.Words.Where(w => w.Length > 1))
            {
                var at = folded.IndexOf(word, StringComparison.Ordinal);
                if (at < 0) continue;
                foreach (var other in group.Words.Where(w => w != word)) yield return clause[..at] + other + clause[(at + word.Length)..];
            }
        }
    }
}
