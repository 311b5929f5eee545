namespace PolicyQa.App;

/// <summary>An open engine and what operations want to know of its index.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Passages">How many passages its index holds; null where unknown.</param>
/// <param name="BuiltAt">When its index was published; null where unknown.</param>
public sealed record EngineSnapshot(QaEngine Engine, int? Passages = null, DateTimeOffset? BuiltAt = null);
