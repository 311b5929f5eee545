namespace PolicyQa.App.Publishing;

/// <summary>One file of a kept state.</summary>
/// <param name="Path">Relative to the corpus folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hex: where its content is kept.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record StateFile(string Path, string Hash, long Bytes);
