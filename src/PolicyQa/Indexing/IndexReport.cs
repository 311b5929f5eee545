using PolicyQa.Corpus;

namespace PolicyQa.Indexing;

/// <summary>What a build made.</summary>
/// <param name="Articles">Articles indexed.</param>
/// <param name="Passages">Passages indexed.</param>
/// <param name="DamagedPassages">Of these, how many carry a damage mark.</param>
/// <param name="Problems">Files or lines of the corpus that were skipped.</param>
/// <param name="Elapsed">Reading, analysis and publishing together.</param>
public sealed record IndexReport(int Articles, int Passages, int DamagedPassages, IReadOnlyList<ReadProblem> Problems, TimeSpan Elapsed);
