using PolicyQa.Indexing;

namespace PolicyQa.Retrieval;

/// <summary>Notes what a search did, for whoever asked why. Made only then; belongs to one question.</summary>
internal sealed class SearchTrace
{
    public const int ArticlesShown = 5;
    private const int PassagesShown = 5;
    private const int ContributionsShown = 6;

    private readonly List<(FirstStage Found, double Score)> _articles = [];
    private readonly List<(int Ordinal, double Score)> _passages = [];

    /// <summary>The articles that the ranker looked at, in its order.</summary>
    public void Ranked(IEnumerable<(FirstStage Found, double Score)> articles) => _articles.AddRange(articles);

    /// <summary>What is nearest by meaning; null where vectors had no say.</summary>
    public IReadOnlyList<ExplainedNeighbour>? Nearest { get; private set; }

    public void Vectors(IReadOnlyList<ExplainedNeighbour> nearest) => Nearest = nearest;

    public void Passages(IEnumerable<(int Ordinal, double Score)> passages) => _passages.AddRange(passages);

    public IReadOnlyList<ExplainedArticle> Articles(IndexSnapshot snapshot) =>
        [.. _articles.DistinctBy(a => a.Found.Ordinal).Take(ArticlesShown).Select(a => Explained(snapshot, a.Found, a.Score))];

    public IReadOnlyList<ExplainedPassage> Passages(IndexSnapshot snapshot) =>
        [.. _passages.DistinctBy(p => p.Ordinal).Take(PassagesShown).Select(p => Explained(snapshot, p.Ordinal, p.Score))];

    private static ExplainedArticle Explained(IndexSnapshot snapshot, FirstStage found, double score)
    {
        var article = snapshot.Articles[found.Ordinal];
        var contributions = RankModel.Shipped.Contributions(found.Features).OrderByDescending(c => Math.Abs(c.Points)).Take(ContributionsShown);
        return new ExplainedArticle(article.Id, article.Department, article.Title, Math.Round(found.Whole, 4), Math.Round(score, 4), [.. contributions]);
    }

    private static ExplainedPassage Explained(IndexSnapshot snapshot, int ordinal, double score)
    {
        var passage = snapshot.Passages[ordinal];
        return new ExplainedPassage(passage.ArticleId, passage.Start, passage.End, passage.Span.Of(snapshot.ArticleOf(passage).Text), Math.Round(score, 4));
    }
}
