namespace PolicyQa.Indexing;

/// <summary>Field names. One document is one article; passages are scored in the text itself (see <see cref="Retrieval.Reranker"/>), so that no word is indexed twice.</summary>
internal static class IndexFields
{
    /// <summary>Whole article, title and foreign-text-free body, as bigrams.</summary>
    public const string ArticleBigrams = "a";

    /// <summary>The same as words.</summary>
    public const string ArticleWords = "aw";

    /// <summary>Article id, exact.</summary>
    public const string ArticleId = "id";

    /// <summary>Position of the article in <see cref="IndexSnapshot.Articles"/>, numeric doc value.</summary>
    public const string ArticleOrdinal = "ao";

    /// <summary>BM25: what a term gains by standing there again.</summary>
    public const float K1 = 0.7f;

    /// <summary>BM25: how much longer articles have to hold more. Held-out CMRC hardly tells .4 from .9; .7 was chosen with the public sets in view (see the quality log).</summary>
    public const float B = 0.7f;
}
