namespace PolicyQa.Retrieval;

/// <summary>What vectors had to do with an order of articles.</summary>
/// <param name="Used">False where the question's vector did not come in time: words alone decided.</param>
/// <param name="Nearest">The articles nearest in meaning, nearest first.</param>
public sealed record ExplainedVectors(bool Used, IReadOnlyList<ExplainedNeighbour> Nearest);
