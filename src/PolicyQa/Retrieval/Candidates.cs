namespace PolicyQa.Retrieval;

/// <summary>What a search found, best first.</summary>
/// <param name="Articles">Article ordinals with scores.</param>
/// <param name="Passages">Passage ordinals with scores; a passage's score includes a share of its article's.</param>
public sealed record Candidates(IReadOnlyList<(int Ordinal, double Score)> Articles, IReadOnlyList<(int Ordinal, double Score)> Passages)
{
    public static Candidates None { get; } = new([], []);
}
