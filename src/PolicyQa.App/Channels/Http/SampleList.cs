namespace PolicyQa.App.Channels.Http;

/// <summary>GET /api/samples: questions that the corpus answers.</summary>
internal sealed record SampleList(IReadOnlyList<string> Items, int Total);
