namespace PolicyQa.App.Channels.Http;

/// <summary>A headline, byline, reporter line or stretch of body text: [Start, End).</summary>
internal sealed record ArticleSection(string? Label, string Role, int Start, int End);
