namespace PolicyQa.App.Publishing;

/// <summary>What is to become of one file.</summary>
/// <param name="Path">Relative to the corpus folder, with forward slashes.</param>
/// <param name="Hash">Where its new content is kept; null removes the file.</param>
/// <param name="Bytes">Length of the new content.</param>
internal sealed record CorpusChange(string Path, string? Hash, long Bytes);
