using PolicyQa.Corpus;

namespace PolicyQa.Indexing;

/// <summary>What lies beside the Lucene files: what the index was built from, and the articles themselves.</summary>
/// <param name="Fingerprint">Of corpus, lexicon and index format; another one means stale.</param>
/// <param name="BuiltAt">UTC.</param>
/// <param name="Problems">What of the corpus was skipped, to be said again at each start.</param>
/// <param name="Articles">All articles, in index order.</param>
internal sealed record IndexManifest(string Fingerprint, DateTimeOffset BuiltAt, IReadOnlyList<ReadProblem> Problems, IReadOnlyList<Article> Articles);
