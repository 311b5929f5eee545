using System.Text.Json.Serialization;

namespace PolicyQa.App.Operations;

/// <summary>GET /readyz: the worst of what was found, and all of it.</summary>
internal sealed record Readiness(Condition Status, int Articles, int? Passages, DateTimeOffset? IndexBuiltAt, IReadOnlyList<Finding> Checks)
{
    /// <summary>Ranking by meaning; null where no embedding model is configured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VectorReport? Vectors { get; init; }
}
