using System.Net;

namespace PolicyQa.App.Llm;

/// <summary>
/// Asks again after a fault that passes: twice at most, each time after a longer wait of which half is chance, so that many
/// callers do not come back at once. 429 is asked again only where the service itself says that it will not take long.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="chance">0 to 1, anew each time.</param>
internal sealed class RetryHandler(TimeProvider time, Func<double> chance) : DelegatingHandler
{
    public const int Retries = 2;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Sent again, the body must still be there.
        if (request.Content is { } content) await content.LoadIntoBufferAsync(cancellationToken);
        for (var tried = 0; ; tried++)
        {
            HttpResponseMessage? response = null;
            try
            {
                response = await base.SendAsync(request, cancellationToken);
                if (tried == Retries || WaitAfter(response, tried) is not { } wait) return response;
                response.Dispose();
                await Task.Delay(wait, time, cancellationToken);
            }
            catch (HttpRequestException) when (tried < Retries)
            {
                response?.Dispose();
                await Task.Delay(Wait(tried), time, cancellationToken);
            }
        }
    }

    /// <summary>Null where asking again would not help.</summary>
    private TimeSpan? WaitAfter(HttpResponseMessage response, int tried) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => response.Headers.RetryAfter?.Delta is { } told && told <= Patience ? told : null,
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => Wait(tried),
        _ => null,
    };

    private TimeSpan Wait(int tried) => First * Math.Pow(2, tried) * (0.5 + (chance() / 2));
}
