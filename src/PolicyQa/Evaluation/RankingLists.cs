using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Evaluation;

/// <summary>
/// Makes training questions of a set of encyclopedia articles. Their questions repeat the article's title, and real
/// questions have no such key: titles are struck from questions and articles. Candidates are what the first stage finds in
/// the whole pool; a list without the right article is left out, never completed, or its place in the list would give it away.
/// </summary>
internal static class RankingLists
{
    /// <summary>Articles of one to so many passages: real ones are longer than an encyclopedia's.</summary>
    private const int LongestJoin = 5;

    /// <summary>One passage of so many is held out.</summary>
    private const int HeldOutOf = 5;

    private const int ShortestQuestion = 3;

    /// <summary>Candidates for a question and their features.</summary>
    public delegate (IReadOnlyList<string> Articles, float[][] Features) Seeing(QaEngine engine, string question);

    /// <summary>
    /// Over the passages as they are: questions without titles, and the same with words left out, as of people who use other
    /// words. Over passages joined to longer articles: questions without titles, and as they were asked.
    /// </summary>
    /// <param name="passages">The pool.</param>
    /// <param name="questions">Each with its passage.</param>
    /// <param name="see">What is learnt from: a question's candidates, best first, and a row of features each.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static List<RankingList> Of(IReadOnlyList<Article> passages, IReadOnlyList<EvaluationQuestion> questions, Seeing see, CancellationToken cancellationToken)
    {
        var titles = passages.ToDictionary(p => p.Id, p => CharacterFolding.Fold(p.Title), StringComparer.Ordinal);
        var cutter = new WordCutter([]);
        string Masked(EvaluationQuestion q, string gold) => TrainingQuestion.WithoutTitle(CharacterFolding.Fold(q.Request.Question), titles[gold]);
        string Sparse(EvaluationQuestion q, string gold) => TrainingQuestion.WithFewerWords(Masked(q, gold), q.Id, cutter);
        string Whole(EvaluationQuestion q, string gold) => CharacterFolding.Fold(q.Request.Question);

        var alone = passages.ToDictionary(p => p.Id, p => p.Id, StringComparer.Ordinal);
        Dictionary<string, string> home = new(StringComparer.Ordinal);
        var joined = Joined(passages, home);
        return
        [
            .. Ask([.. passages.Select(p => PlainArticle.From(p.Id, null, p.Text))], alone, questions, [Masked, Sparse], see, cancellationToken),
            .. Ask(joined, home, questions, [Masked, Whole], see, cancellationToken),
        ];
    }

    private static List<Article> Joined(IReadOnlyList<Article> passages, Dictionary<string, string> home)
    {
        var shuffled = passages.OrderBy(p => TrainingQuestion.Hash(p.Id)).ThenBy(p => p.Id, StringComparer.Ordinal).ToArray();
        List<Article> joined = [];
        for (var i = 0; i < shuffled.Length;)
        {
            var group = shuffled.Skip(i).Take(1 + (int)(TrainingQuestion.Hash(shuffled[i].Id + "+") % LongestJoin)).ToArray();
            foreach (var passage in group) home[passage.Id] = shuffled[i].Id;
            joined.Add(PlainArticle.From(shuffled[i].Id, null, string.Join('\n', group.Select(p => p.Text))));
            i += group.Length;
        }

        return joined;
    }

    private static List<RankingList> Ask(
        List<Article> pool, Dictionary<string, string> home, IReadOnlyList<EvaluationQuestion> questions, Func<EvaluationQuestion, string, string>[] ways, Seeing see, CancellationToken cancellationToken)
    {
        using var engine = QaEngine.ForArticles(pool, new EngineOptions());
        List<RankingList> all = [];
        foreach (var way in ways)
        {
            var lists = new RankingList?[questions.Count];
            Parallel.For(0, questions.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            {
                if (questions[i].Gold.PassageIds.FirstOrDefault(home.ContainsKey) is not { } gold) return;
                var text = way(questions[i], gold);
                if (text.Trim().Length < ShortestQuestion) return;
                var (articles, features) = see(engine, text);
                lists[i] = new RankingList(features, articles.ToList().IndexOf(home[gold]), TrainingQuestion.Hash(gold) % HeldOutOf == 0);
            });
            all.AddRange(lists.OfType<RankingList>());
        }

        return all;
    }
}
