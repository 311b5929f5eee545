using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>Second stage: looks into the text of the first stage's best articles and puts them into a better order. Thread-safe.</summary>
internal sealed class Reranker(IndexSnapshot snapshot)
{
    /// <summary>Articles looked at; those behind them keep the first stage's order.</summary>
    public const int Depth = 50;

    private readonly double _usualLength = Math.Max(1, snapshot.Articles.Select(a => (double)a.Text.Length).DefaultIfEmpty(1).Average());

    /// <summary>The features of the first <see cref="Depth"/> articles, in the order given.</summary>
    public float[][] Features(Question question, IReadOnlyList<FirstStage> found)
    {
        var seen = found.Take(Depth).ToArray();
        if (seen.Length == 0) return [];
        var query = new RankQuery(question, snapshot);
        // A candidate may have been found by its passages alone, or have none among the best: then that best is 0.
        var (whole, article, passage) = (Top(seen, f => f.Whole), Top(seen, f => f.Article), Top(seen, f => f.Passage));
        return [.. seen.Select(f => RankFeatures.Of(query, snapshot.Articles[f.Ordinal].Text, _usualLength, (f.Whole / whole, f.Article / article, f.Passage / passage)))];
    }

    /// <summary>Best first. A score says where an article stands in this list, nothing else.</summary>
    public IReadOnlyList<FirstStage> Rerank(Question question, IReadOnlyList<FirstStage> found, SearchTrace? trace = null)
    {
        // A lone article needs no order; who asks why still wants to see what the ranker sees.
        if (found.Count < 2 && trace is null) return found;
        var features = Features(question, found);
        var scores = features.Select(f => RankModel.Shipped.Score(f)).ToArray();
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i);
        trace?.Ranked(order.Select(i => (found[i], scores[i], features[i])));
        return [.. order.Select(i => found[i]), .. found.Skip(scores.Length)];
    }

    private static double Top(FirstStage[] found, Func<FirstStage, double> score) => Math.Max(double.Epsilon, found.Max(score));
}
