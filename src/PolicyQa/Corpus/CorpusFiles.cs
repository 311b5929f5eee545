namespace PolicyQa.Corpus;

/// <summary>The bytes of a corpus folder, not yet read as pages.</summary>
/// <param name="Files">In ordinal order of their paths.</param>
/// <param name="Problems">What could not be loaded.</param>
/// <param name="Fingerprint">SHA-256 over paths, bytes and problems, lower-case hex: the same fingerprint reads to the same articles.</param>
internal sealed record CorpusFiles(IReadOnlyList<SourceFile> Files, IReadOnlyList<ReadProblem> Problems, string Fingerprint);
