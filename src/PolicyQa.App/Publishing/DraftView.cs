using PolicyQa.Corpus;

namespace PolicyQa.App.Publishing;

/// <summary>A draft held against the corpus of the moment.</summary>
/// <param name="Draft">What somebody prepared.</param>
/// <param name="Changes">What publishing it would change now.</param>
/// <param name="Base">Fingerprint of the corpus that this was held against: publishing asks for the same.</param>
/// <param name="Before">The files as they are.</param>
/// <param name="After">The files as they would be.</param>
/// <param name="Preview">How those would be read.</param>
/// <param name="Obstacle">Why it cannot be published, in plain Chinese; null where it can.</param>
internal sealed record DraftView(
    CorpusDraft Draft,
    IReadOnlyList<CorpusChange> Changes,
    string Base,
    IReadOnlyList<SourceFile> Before,
    IReadOnlyList<SourceFile> After,
    CorpusPreview Preview,
    string? Obstacle)
{
    /// <summary>Paths of pages that it brings or changes.</summary>
    public IEnumerable<string> Pages => Changes.Where(c => c.Hash is not null && CorpusFolder.IsPage(c.Path)).Select(c => c.Path);

    /// <summary>It touches the lexicon.</summary>
    public bool HasLexicon => Changes.Any(c => CorpusFolder.IsLexicon(c.Path));
}
