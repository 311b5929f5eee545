namespace PolicyQa.App.Channels.Http;

/// <summary>Lets a request that comes right after the start wait a little for the index; then it is told to come again.</summary>
internal sealed class EngineReadyFilter(EngineHost engines, TimeProvider time) : IEndpointFilter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await engines.WaitAsync(Patience, time, http.RequestAborted)) return await next(context);
        http.Response.Headers.RetryAfter = "10";
        // Without a body: the error boundary knows whether a page or problem details is wanted.
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
