namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>大字: larger type for whoever wants it, remembered in a cookie.</summary>
internal static class LargeType
{
    /// <summary>Of the cookie and of the query parameter that sets it.</summary>
    public const string Name = "size";

    public const string Large = "large";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Where the address chooses a size: remembers it, and leads to the same address without it; null where it does not.</summary>
    public static IResult? Choose(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.Query.TryGetValue(Name, out var size)) return null;
        http.Response.Cookies.Append(Name, size == Large ? Large : "normal", new CookieOptions
        {
            MaxAge = Remembered,
            SameSite = SameSiteMode.Lax,
            // The script switches without loading the page anew, and remembers it in the same place.
            HttpOnly = false,
            Secure = request.IsHttps,
        });
        var rest = QueryString.Create(request.Query.Where(p => p.Key != Name));
        return Results.LocalRedirect(request.Path.ToUriComponent() + rest.ToUriComponent());
    }

    public static bool IsOn(HttpRequest request) => request.Cookies[Name] == Large;

    /// <summary>The way to the other size, for this page as it is.</summary>
    public static Html Switch(HttpRequest request)
    {
        var on = IsOn(request);
        var query = QueryString.Create(request.Query.Where(p => p.Key != Name)).Add(Name, on ? "normal" : Large);
        return $"""<a class="size" href="{query.ToUriComponent()}" data-other="{(on ? "大字" : "标准字")}">{(on ? "标准字" : "大字")}</a>""";
    }
}
