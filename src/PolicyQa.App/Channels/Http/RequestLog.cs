using System.Diagnostics;

namespace PolicyQa.App.Channels.Http;

/// <summary>One line a request, for whoever turns the category "Requests" up to Information: what was asked for by route, how it ended, how long it took. No address, no query, nothing of who asked.</summary>
internal sealed class RequestLog(RequestDelegate next, ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger("Requests");

    public Task InvokeAsync(HttpContext context) => logger.IsEnabled(LogLevel.Information) ? LoggedAsync(context) : next(context);

    private async Task LoggedAsync(HttpContext context)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Log.Responded(logger, context.TraceIdentifier, ErrorBoundary.Known(context.Request.Method), ErrorBoundary.RouteOf(context), context.Response.StatusCode, Math.Round(Stopwatch.GetElapsedTime(begun).TotalMilliseconds, 1));
        }
    }
}
