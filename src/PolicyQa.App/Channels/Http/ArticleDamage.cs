namespace PolicyQa.App.Channels.Http;

/// <summary>A damaged stretch [Start, End) and what to tell a reader about it.</summary>
internal sealed record ArticleDamage(string Kind, int Start, int End, string Explanation, string? OwnerArticleId);
