namespace PolicyQa.Corpus;

/// <summary>A file's characters, or why it has none.</summary>
/// <param name="Text">Null where decoding failed.</param>
/// <param name="Problem">Plain Chinese; null where decoding succeeded.</param>
/// <param name="Line">1-based line of the first bad byte; null where the whole file is at fault.</param>
internal sealed record DecodedText(string? Text, string? Problem = null, int? Line = null);
