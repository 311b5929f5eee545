namespace PolicyQa.Retrieval;

/// <summary>An article near a question in meaning.</summary>
/// <param name="ArticleId">Which.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Cosine">Of its nearest passage, -1 to 1.</param>
/// <param name="WordRank">Its place by words, from 1; null where words did not find it.</param>
/// <param name="Rank">Its place in the end, from 1.</param>
public sealed record ExplainedNeighbour(string ArticleId, string Title, double Cosine, int? WordRank, int Rank);
