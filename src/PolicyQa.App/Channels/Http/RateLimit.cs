namespace PolicyQa.App.Channels.Http;

/// <summary>What an endpoint asks <see cref="Admission"/> to limit, for RequireRateLimiting.</summary>
internal static class RateLimit
{
    /// <summary>Questions, and whatever else works: by RateLimit:…</summary>
    public const string Policy = "questions";

    /// <summary>Passwords tried by one client.</summary>
    public const string SignIn = "sign-in";
}
