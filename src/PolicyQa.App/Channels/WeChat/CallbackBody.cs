using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Reads a request's body, up to a limit, before anything parses it.</summary>
internal static class CallbackBody
{
    /// <summary>A long message in compatible mode, encrypted, is some 20 KB.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>What is too much is still taken off the wire, so that the sender hears why instead of a broken connection.</summary>
    private const int MaxDiscarded = 16 * MaxBytes;

    /// <summary>Null where there is more.</summary>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxDiscarded;
        if (request.ContentLength > MaxDiscarded) return null;
        var buffer = new byte[Math.Min((int)(request.ContentLength ?? MaxBytes), MaxBytes) + 1];
        var length = 0;
        try
        {
            while (length < buffer.Length)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
                if (read == 0) return Encoding.UTF8.GetString(buffer, 0, length);
                length += read;
            }

            while (await request.Body.ReadAsync(buffer, cancellationToken) > 0) { }
        }
        catch (BadHttpRequestException)
        {
            // The host's own limit, or a body that breaks off.
        }

        return null;
    }
}
