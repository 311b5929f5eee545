using PolicyQa.Indexing;

namespace PolicyQa.Retrieval;

/// <summary>
/// Second stage: reads the text of the articles that the index found, scores their passages, and puts the articles into a
/// better order. Thread-safe.
/// </summary>
internal sealed class Reranker(IndexSnapshot snapshot)
{
    /// <summary>Articles read; those behind them keep the index's order.</summary>
    public const int Depth = 100;

    /// <summary>Share of the best passage in an article's score.</summary>
    private const double PassageShare = 0.5;

    /// <summary>BM25 gives a term that stands there again and again so much of its rarity in the end; bigrams stand here for words as well, which an article is scored by besides.</summary>
    private const double Most = 2 * (1 + TermHits.PassageK1);

    /// <summary>Share of the article's score in a passage's.</summary>
    private const double ArticleShare = 0.3;

    [ThreadStatic]
    private static (TermHits Terms, WordHits Words)? t_scratch;

    /// <summary>The articles read, in the first stage's order, with their features; and their passages that hold any term.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="found">Articles with the index's scores, best first.</param>
    public (List<FirstStage> Articles, List<(int Ordinal, double Score)> Passages) Read(RankQuery query, IReadOnlyList<(int Ordinal, double Score)> found)
    {
        var (terms, words) = t_scratch ??= (new TermHits(), new WordHits());
        List<FirstStage> articles = new(Depth);
        List<(int Ordinal, double Score)> passages = new(2 * Depth);
        var scores = new double[64];
        foreach (var (ordinal, score) in found.Take(Depth))
        {
            var article = snapshot.Articles[ordinal];
            terms.Read(query, article);
            var (first, count) = (snapshot.FirstPassage[ordinal], snapshot.FirstPassage[ordinal + 1] - snapshot.FirstPassage[ordinal]);
            if (scores.Length < count) scores = new double[count];
            terms.Passages(query, snapshot.PassageSpans.AsSpan(first, count), snapshot.UsualPassage, scores);
            var best = 0d;
            foreach (var s in scores.AsSpan(0, count)) best = Math.Max(best, s);
            var whole = score + PassageShare * Most * query.Ideal * best;
            for (var p = 0; p < count; p++)
            {
                if (scores[p] > 0) passages.Add((first + p, Most * query.Ideal * scores[p] + ArticleShare * whole));
            }

            // The share of the best is known when all are read.
            articles.Add(new FirstStage(ordinal, whole, RankFeatures.Of(query, terms, words, article.Text.Length / snapshot.UsualArticle, whole)));
        }

        var top = articles.Count == 0 ? 1 : Math.Max(double.Epsilon, articles.Max(a => a.Whole));
        foreach (var article in articles) article.Features[0] = (float)(article.Whole / top);
        articles.Sort((a, b) => a.Whole != b.Whole ? b.Whole.CompareTo(a.Whole) : a.Ordinal.CompareTo(b.Ordinal));
        return (articles, passages);
    }

    /// <summary>Best first. A score says where an article stands in this list, nothing else.</summary>
    /// <param name="articles">As read, in the first stage's order.</param>
    /// <param name="trace">Notes what the ranker saw; null where nobody asked.</param>
    public static IEnumerable<(FirstStage Article, double Score)> Ranked(IReadOnlyList<FirstStage> articles, SearchTrace? trace = null)
    {
        var scores = articles.Select(a => RankModel.Shipped.Score(a.Features)).ToArray();
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i);
        trace?.Ranked(order.Select(i => (articles[i], scores[i])));
        return order.Select(i => (articles[i], scores[i]));
    }
}
