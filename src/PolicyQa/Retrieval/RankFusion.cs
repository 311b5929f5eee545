using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>
/// Joins the order by words with the order by meaning: reciprocal rank fusion (Cormack, Clarke, Büttcher 2009), each list
/// giving 1 / (60 + rank). Only orders change: the scores of the words' list stay where they are, place by place, so that
/// whoever reads them later sees what it always sees. A scope (department, given passages) holds for both lists.
/// </summary>
internal sealed class RankFusion(IndexSnapshot snapshot)
{
    private const int K = 60;

    /// <summary>What words did not find goes on below their list, a unit of the ranker's score a place.</summary>
    private const double Step = 1;

    /// <summary>As many by meaning as by words.</summary>
    private const int Depth = Reranker.Depth;

    /// <summary>Both orders in one.</summary>
    /// <param name="question">The question's vector.</param>
    /// <param name="articles">By words, best first.</param>
    /// <param name="passages">By words, best first.</param>
    /// <param name="scope">Article ids to search in; null = all.</param>
    /// <param name="trace">Null where nobody asked.</param>
    public Candidates Fuse(EmbeddedQuestion question, IReadOnlyList<(int Ordinal, double Score)> articles, IReadOnlyList<(int Ordinal, double Score)> passages, IReadOnlyCollection<string>? scope, SearchTrace? trace)
    {
        var (nearArticles, nearPassages) = Nearest(question, scope);
        var fused = Order(articles, nearArticles);
        trace?.Vectors(Explained(articles, nearArticles, fused));
        return new Candidates(fused, Order(passages, nearPassages));
    }

    private (List<(int Ordinal, double Score)> Articles, List<(int Ordinal, double Score)> Passages) Nearest(EmbeddedQuestion question, IReadOnlyCollection<string>? scope)
    {
        List<(int Ordinal, double Score)> passages = new(snapshot.PassageCount);
        List<(int Ordinal, double Score)> articles = new(snapshot.Articles.Count);
        IEnumerable<int> searched = scope is null ? Enumerable.Range(0, snapshot.Articles.Count) : scope.Select(snapshot.OrdinalOf).Where(a => a >= 0).Distinct();
        foreach (var article in searched)
        {
            var best = double.MinValue;
            for (var p = snapshot.FirstPassage[article]; p < snapshot.FirstPassage[article + 1]; p++)
            {
                var cosine = question.Passages.Cosine(question.Vector.Span, p);
                passages.Add((p, cosine));
                best = Math.Max(best, cosine);
            }

            if (best > double.MinValue) articles.Add((article, best));
        }

        return (First(articles), First(passages));
    }

    private static List<(int Ordinal, double Score)> First(List<(int Ordinal, double Score)> scored) =>
        [.. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Ordinal).Take(Depth)];

    private static List<(int Ordinal, double Score)> Order(IReadOnlyList<(int Ordinal, double Score)> words, IReadOnlyList<(int Ordinal, double Score)> meaning)
    {
        Dictionary<int, double> points = new(words.Count + meaning.Count);
        for (var i = 0; i < words.Count; i++) points[words[i].Ordinal] = 1.0 / (K + i + 1);
        for (var i = 0; i < meaning.Count; i++) points[meaning[i].Ordinal] = points.GetValueOrDefault(meaning[i].Ordinal) + 1.0 / (K + i + 1);
        double[] scores = [.. words.Select(w => w.Score).OrderDescending()];
        var least = scores.Length == 0 ? 0 : scores[^1];
        return [.. points.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select((p, i) => (p.Key, i < scores.Length ? scores[i] : least - (i - scores.Length + 1) * Step))];
    }

    private List<ExplainedNeighbour> Explained(IReadOnlyList<(int Ordinal, double Score)> words, List<(int Ordinal, double Score)> near, List<(int Ordinal, double Score)> fused) =>
        [.. near.Take(SearchTrace.ArticlesShown).Select(n =>
        {
            var article = snapshot.Articles[n.Ordinal];
            var rank = words.TakeWhile(w => w.Ordinal != n.Ordinal).Count() + 1;
            return new ExplainedNeighbour(article.Id, article.Title, Math.Round(n.Score, 4), rank > words.Count ? null : rank, fused.FindIndex(f => f.Ordinal == n.Ordinal) + 1);
        })];
}
