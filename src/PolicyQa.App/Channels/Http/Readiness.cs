using System.Text.Json.Serialization;

namespace PolicyQa.App.Channels.Http;

/// <summary>GET /readyz once the index is open.</summary>
internal sealed record Readiness(string Status, int Articles, int? Passages, DateTimeOffset? IndexBuiltAt)
{
    /// <summary>Ranking by meaning; null where no embedding model is configured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VectorReport? Vectors { get; init; }
}
