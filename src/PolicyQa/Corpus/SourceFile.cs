namespace PolicyQa.Corpus;

/// <summary>One file as received.</summary>
/// <param name="Path">Relative to the corpus folder, with forward slashes.</param>
/// <param name="Bytes">Its content, untouched.</param>
public sealed record SourceFile(string Path, byte[] Bytes)
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Hash { get; } = Sha256.Of(Bytes);

    /// <summary>With its dot, in lower case; empty where there is none.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();
}
