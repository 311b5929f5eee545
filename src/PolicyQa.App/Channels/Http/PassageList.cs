namespace PolicyQa.App.Channels.Http;

/// <summary>GET /api/passages, best first.</summary>
internal sealed record PassageList(IReadOnlyList<PassageItem> Items, int Total);
