namespace PolicyQa.Indexing;

/// <summary>How far a build has come.</summary>
/// <param name="Done">Articles indexed so far.</param>
/// <param name="Total">Articles in all.</param>
public readonly record struct IndexProgress(int Done, int Total);
