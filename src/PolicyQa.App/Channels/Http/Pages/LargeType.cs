namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>大字: larger type for whoever wants it, remembered in a cookie.</summary>
internal static class LargeType
{
    /// <summary>Of the cookie and of the query parameter that sets it.</summary>
    public const string Name = "size";

    public const string Large = "large";

    public static bool IsOn(HttpRequest request) => request.Cookies[Name] == Large;

    /// <summary>The way to the other size, for this page as it is.</summary>
    public static Html Switch(HttpRequest request)
    {
        var on = IsOn(request);
        var query = QueryString.Create(request.Query.Where(p => p.Key != Name)).Add(Name, on ? "normal" : Large);
        return $"""<a class="size" href="{query.ToUriComponent()}" data-other="{(on ? "大字" : "标准字")}">{(on ? "标准字" : "大字")}</a>""";
    }
}
