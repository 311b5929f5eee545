using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Commitments;

/// <summary>All commitments of a corpus, in corpus order. Immutable.</summary>
public sealed class Ledger
{
    private readonly Dictionary<string, Commitment> _byId;

    private Ledger(IReadOnlyList<Commitment> items)
    {
        Items = items;
        _byId = items.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Commitment> Items { get; }

    /// <summary>Reads the commitments out of passages that were split already.</summary>
    internal static Ledger Of(IReadOnlyList<Article> articles, IReadOnlyList<Passage> passages)
    {
        var byArticle = passages.ToLookup(p => p.ArticleId, StringComparer.Ordinal);
        return new Ledger([.. articles.SelectMany(a => CommitmentFinder.Find(a, byArticle[a.Id]))]);
    }

    /// <summary>The commitment, or null.</summary>
    public Commitment? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Those that fit, in the order asked for.</summary>
    /// <param name="filter">What to look for.</param>
    /// <param name="statuses">What officials say; null: nothing.</param>
    public IReadOnlyList<Commitment> Select(LedgerFilter filter, LedgerStatuses? statuses = null) => filter.Of(Items, statuses ?? LedgerStatuses.None);

    /// <summary>Those whose own words overlap [<paramref name="start"/>, <paramref name="end"/>) of the article.</summary>
    public IEnumerable<Commitment> At(string articleId, int start, int end) =>
        Items.Where(c => c.ArticleId == articleId && c.Words.Overlaps(new TextSpan(start, end)));
}
