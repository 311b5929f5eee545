namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>The cookie of a session: not for scripts, not from other sites, only over https where the site is reached by https.</summary>
internal static class AdminCookie
{
    private const string Plain = "policyqa-admin";

    /// <summary>A browser takes this one only over https, for this host alone.</summary>
    private const string Secure = "__Host-policyqa-admin";

    /// <summary>Empty where there is none.</summary>
    public static string Read(HttpContext http) => http.Request.Cookies[Name(http)] ?? "";

    public static void Write(HttpContext http, string secret) => http.Response.Cookies.Append(Name(http), secret, Options(http));

    public static void Delete(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options(http));

    private static string Name(HttpContext http) => http.Request.IsHttps ? Secure : Plain;

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
