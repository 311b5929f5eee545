using PolicyQa.Indexing;

namespace PolicyQa.Retrieval;

/// <summary>Ranks by meaning beside words: what an engine is given from outside where vectors measured better.</summary>
/// <param name="Vectors">One for each passage of the engine's index.</param>
/// <param name="Embed">The vector of a question (length 1), or null where there is none in time; then words alone decide. Called by many threads.</param>
public sealed record HybridRanking(PassageVectors Vectors, Func<string, CancellationToken, float[]?> Embed);
