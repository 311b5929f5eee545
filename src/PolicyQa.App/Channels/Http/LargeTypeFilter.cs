using PolicyQa.App.Channels.Http.Pages;

namespace PolicyQa.App.Channels.Http;

/// <summary>?size=large or ?size=normal on any page: remembered, then the same address without it, so that nobody passes it on.</summary>
internal sealed class LargeTypeFilter : IEndpointFilter
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!request.Query.TryGetValue(LargeType.Name, out var size)) return await next(context);
        context.HttpContext.Response.Cookies.Append(LargeType.Name, size == LargeType.Large ? LargeType.Large : "normal", new CookieOptions
        {
            MaxAge = Remembered,
            SameSite = SameSiteMode.Lax,
            // The script switches without loading the page anew, and remembers it in the same place.
            HttpOnly = false,
            Secure = request.IsHttps,
        });
        var rest = QueryString.Create(request.Query.Where(p => p.Key != LargeType.Name));
        return Results.LocalRedirect(request.Path.ToUriComponent() + rest.ToUriComponent());
    }
}
