namespace PolicyQa.App.Channels.Http;

/// <summary>GET /readyz once the index is open.</summary>
internal sealed record Readiness(string Status, int Articles, int? Passages, DateTimeOffset? IndexBuiltAt);
