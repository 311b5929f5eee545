namespace PolicyQa.App.Publishing;

/// <summary>What a publication is about to do: written down before the first file changes, so that one that was killed can be finished.</summary>
/// <param name="Target">The state it leads to.</param>
/// <param name="Changes">The files it changes.</param>
internal sealed record Publication(CorpusState Target, IReadOnlyList<CorpusChange> Changes);
