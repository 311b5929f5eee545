namespace PolicyQa.Corpus;

/// <summary>What the descriptor says of one file; each part may be missing.</summary>
public sealed record SourceEntry
{
    public string? File { get; init; }

    public string? Title { get; init; }

    public int? Year { get; init; }

    public string? City { get; init; }
}
