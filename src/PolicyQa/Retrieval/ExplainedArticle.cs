namespace PolicyQa.Retrieval;

/// <summary>An article as retrieval ordered it.</summary>
/// <param name="ArticleId">Which.</param>
/// <param name="Department">Whose interview; null for other pages.</param>
/// <param name="Title">Its headline.</param>
/// <param name="FirstStage">BM25 of words and bigrams, the best passage's share included.</param>
/// <param name="Score">The ranker's score; says where the article stands in this list, nothing else.</param>
/// <param name="Contributions">What the ranker's features added, the weightiest first.</param>
public sealed record ExplainedArticle(string ArticleId, string? Department, string Title, double FirstStage, double Score, IReadOnlyList<Contribution> Contributions);
