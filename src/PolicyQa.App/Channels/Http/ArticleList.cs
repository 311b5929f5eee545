namespace PolicyQa.App.Channels.Http;

/// <summary>GET /api/articles.</summary>
internal sealed record ArticleList(IReadOnlyList<ArticleSummary> Items, int Total);
