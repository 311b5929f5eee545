using Microsoft.AspNetCore.Http.Features;

namespace PolicyQa.App.Channels.Http;

/// <summary>Waits for a request's body. It stays in the connection's own buffer, for whoever reads it next.</summary>
internal static class BufferedBody
{
    /// <summary>Returns once all of the body is there.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than this server takes, breaks off, or comes too slowly.</exception>
    public static async ValueTask ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return;
        // Whoever takes more than is usual reads it himself.
        if (request.ContentLength > ConnectionLimits.MaxBodyBytes) return;
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var whole = result.IsCompleted || result.Buffer.Length >= request.ContentLength;
            // Seen but not taken; where it is whole, not even seen, so that the next to read gets it at once.
            reader.AdvanceTo(result.Buffer.Start, whole ? result.Buffer.Start : result.Buffer.End);
            if (whole || result.IsCanceled) return;
        }
    }
}
