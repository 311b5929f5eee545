using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>A lexicon file while somebody edits it.</summary>
/// <param name="Name">File name within the lexicon folder.</param>
/// <param name="Text">Its text.</param>
/// <param name="Sample">The sentence to look at.</param>
/// <param name="IsNew">There is no such file yet.</param>
internal sealed record LexiconEdit(string Name, string Text, string Sample, bool IsNew)
{
    /// <summary>Relative to the corpus folder.</summary>
    public string Path => $"{CorpusFolder.Lexicon}/{Name}";
}
