namespace PolicyQa.App.Channels.Http;

/// <summary>Marks what counts as a question: endpoints that work, and that <see cref="Admission"/> therefore limits.</summary>
internal static class RateLimit
{
    /// <summary>For RequireRateLimiting.</summary>
    public const string Policy = "questions";
}
