namespace PolicyQa.Analysis;

/// <summary>Words that may stand for one another; folded, the first is the preferred one.</summary>
public sealed record SynonymGroup(IReadOnlyList<string> Words);
