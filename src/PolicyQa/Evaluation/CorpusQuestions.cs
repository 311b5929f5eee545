using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Evaluation;

/// <summary>
/// Questions made of a corpus's own words, for where nobody has asked any yet: a clause of a sentence, a stretch of it left out,
/// and the article that it stands in. They use the words of their source and so favour a search by words: real questions judge better.
/// </summary>
public static class CorpusQuestions
{
    private const int Shortest = 10;
    private const int Longest = 30;
    private static readonly char[] Ends = ['，', '。', '；', '、', '：', '！', '？', '“', '”', '（', '）', ',', ';', ':', '\n'];

    /// <summary>The same corpus and seed give the same questions.</summary>
    /// <param name="articles">The corpus.</param>
    /// <param name="most">At most so many; fewer where the corpus has no more clauses.</param>
    /// <param name="seed">For which clauses, and what is left out.</param>
    public static IReadOnlyList<EvaluationQuestion> Of(IReadOnlyList<Article> articles, int most, int seed)
    {
        var random = new Random(seed);
        List<(string Clause, string Article)> clauses = [];
        foreach (var article in articles)
        {
            foreach (var sentence in PassageSplitter.Split(article).Where(p => p.Section.Role is SectionRole.Lead or SectionRole.Body).SelectMany(p => p.Sentences).Where(s => !s.Damaged))
            {
                foreach (var clause in sentence.Span.Of(article.Text).Split(Ends, StringSplitOptions.TrimEntries))
                {
                    if (clause.Length is >= Shortest and <= Longest) clauses.Add((clause, article.Id));
                }
            }
        }

        // What stands in two articles has no one right place.
        var unique = clauses.GroupBy(c => c.Clause, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.First()).ToArray();
        random.Shuffle(unique);
        return [.. unique.Take(most).Select((c, i) => new EvaluationQuestion($"{i + 1}", new AskRequest(Shortened(c.Clause, random)), new GoldAnswer([], NeedsAll: false, Evidence: null, [c.Article], Unanswerable: false)))];
    }

    private static string Shortened(string clause, Random random)
    {
        var gone = clause.Length / 3;
        return clause.Remove(random.Next(0, clause.Length - gone), gone);
    }
}
