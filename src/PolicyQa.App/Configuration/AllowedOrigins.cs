namespace PolicyQa.App.Configuration;

/// <summary>
/// Api:AllowedOrigins: whose pages may call the API from a browser. Where none is named, only pages opened on this very
/// machine (localhost, files) may, so that the widget can be tried at once and nothing is open by mistake. Nobody is ever
/// allowed to send cookies.
/// </summary>
internal sealed class AllowedOrigins
{
    private readonly HashSet<string> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool any;

    /// <summary>Checks them.</summary>
    /// <param name="origins">As browsers write them (https://www.example.gov.cn), or "*" for all.</param>
    /// <exception cref="UserErrorException">One is no origin; the message names it.</exception>
    public AllowedOrigins(IEnumerable<string> origins)
    {
        foreach (var origin in origins.Select(o => o.Trim()).Where(o => o.Length > 0))
        {
            if (origin == "*") any = true;
            else named.Add(Checked(origin));
        }
    }

    /// <summary>Reads them from the settings.</summary>
    public static AllowedOrigins Read(IConfiguration configuration) => new(new SectionValues(configuration, "Api").List("AllowedOrigins"));

    /// <summary>Whether pages of this origin (the request's Origin header) may call.</summary>
    public bool Allows(string origin) => any || (named.Count > 0 ? named.Contains(origin) : IsLocal(origin));

    // A page opened as a file has the origin "null".
    private static bool IsLocal(string origin) => origin == "null" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme is "http" or "https");

    private static string Checked(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.PathAndQuery == "/" && uri.Fragment.Length == 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new UserErrorException($"设置 Api:AllowedOrigins：“{origin}”不是网站来源，应形如 https://www.example.gov.cn（不带路径），或 *");
}
