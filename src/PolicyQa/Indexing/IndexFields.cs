namespace PolicyQa.Indexing;

/// <summary>Field names. Articles and passages are documents of one index with fields of their own, so that their term statistics stay apart.</summary>
internal static class IndexFields
{
    /// <summary>Whole article, title and foreign-text-free body, as bigrams.</summary>
    public const string ArticleBigrams = "a";

    /// <summary>One passage as bigrams.</summary>
    public const string PassageBigrams = "p";

    /// <summary>The same as words.</summary>
    public const string ArticleWords = "aw";

    /// <summary>One passage as words.</summary>
    public const string PassageWords = "pw";

    /// <summary>What a passage inherits from its article: headline, department, speaker, section label; bigrams.</summary>
    public const string PassageContext = "c";

    /// <summary>Department names as exact terms, on passages.</summary>
    public const string Department = "d";

    /// <summary>Article id, exact, on both.</summary>
    public const string ArticleId = "id";

    /// <summary>Position of the article in <see cref="IndexSnapshot.Articles"/>, numeric doc value, on both.</summary>
    public const string ArticleOrdinal = "ao";

    /// <summary>Position of the passage in <see cref="IndexSnapshot.Passages"/>, numeric doc value; -1 on articles.</summary>
    public const string PassageOrdinal = "po";

    /// <summary>BM25 as the reference systems for Chinese have it (Anserini: k1 = 0.9, b = 0.4).</summary>
    public const float K1 = 0.9f;

    public const float B = 0.4f;
}
