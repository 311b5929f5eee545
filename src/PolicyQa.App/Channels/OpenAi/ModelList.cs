namespace PolicyQa.App.Channels.OpenAi;

/// <summary>GET /v1/models.</summary>
internal sealed record ModelList(string Object, IReadOnlyList<ModelCard> Data);
