using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Channels.OpenAi;
using PolicyQa.App.Operations;

namespace PolicyQa.App.Channels.Http;

/// <summary>
/// The channel's one catch-all. Whatever fails below becomes an answer that says so: a page for people, problem details for
/// programs; details go to the log only.
/// </summary>
internal sealed class ErrorBoundary(RequestDelegate next, ServiceMeasures measures, ILogger<ErrorBoundary> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more.
            return;
        }
        catch (BadHttpRequestException e)
        {
            if (!Restart(context, e.StatusCode)) throw;
        }
        catch (Exception e)
        {
            measures.Failed();
            Log.RequestFailed(logger, context.TraceIdentifier, Known(context.Request.Method), RouteOf(context), e);
            if (!Restart(context, StatusCodes.Status500InternalServerError)) throw;
        }

        if (NeedsBody(context.Response)) await WriteAsync(context);
    }

    private static bool Restart(HttpContext context, int status)
    {
        if (context.Response.HasStarted) return false;
        context.Response.Clear();
        SecurityHeaders.Apply(context);
        context.Response.StatusCode = status;
        return true;
    }

    private static bool NeedsBody(HttpResponse response) =>
        response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && response.ContentType is null;

    private static Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        // Whoever reports a fault can name it, and the log has it under the same name.
        var title = status == StatusCodes.Status500InternalServerError ? $"{Problems.Title(status)}（编号 {context.TraceIdentifier}）" : Problems.Title(status);
        IResult result = WantsPage(context.Request)
            ? new HtmlResult(ErrorPage.Render(status, title), status)
            : OpenAiError.Speaks(context.Request.Path) ? OpenAiError.Of(status, title) : Problems.Of(status, title);
        return result.ExecuteAsync(context);
    }

    /// <summary>Not the address itself: what people type there is theirs.</summary>
    internal static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "（没有这个地址）";

    internal static string Known(string method) => HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method) || HttpMethods.IsOptions(method) ? method : "OTHER";

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !OpenAiError.Speaks(request.Path) && request.Headers.Accept.ToString().Contains("text/html");
}
