namespace PolicyQa.App.Channels.Http;

/// <summary>GET /healthz.</summary>
internal sealed record Liveness(string Status);
