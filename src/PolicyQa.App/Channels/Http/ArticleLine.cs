namespace PolicyQa.App.Channels.Http;

/// <summary>From Start on, the text stood on this line of the source file (1-based).</summary>
internal sealed record ArticleLine(int Start, int Line);
