using PolicyQa.App.Channels.OpenAi;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>
/// Who may come in at /mcp: with a key where keys are set; and from a browser only pages whose origin may call the API, as the
/// protocol demands against DNS rebinding.
/// </summary>
internal sealed class McpGate(RequestDelegate next, LiveSettings live)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(McpServices.Path) || HttpMethods.IsOptions(request.Method)) return next(context);
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !live.Current.Origins.Allows(origin)) return Refuse(context, StatusCodes.Status403Forbidden);
        if (KeyFilter.Opens(live.Current.Keys, request)) return next(context);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(context, StatusCodes.Status401Unauthorized);
    }

    // Without a body: the error boundary writes it.
    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
