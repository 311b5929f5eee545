namespace PolicyQa.Corpus;

/// <summary>Everything read from a corpus folder: what could be read, and what could not and why.</summary>
/// <param name="Articles">In the order of files (by ordinal path) and of the page.</param>
/// <param name="Problems">Files or lines that were skipped; the rest is still usable.</param>
/// <param name="Fingerprint">SHA-256 over every file that was read (paths and bytes), lower-case hex.</param>
public sealed record CorpusContents(IReadOnlyList<Article> Articles, IReadOnlyList<ReadProblem> Problems, string Fingerprint);
