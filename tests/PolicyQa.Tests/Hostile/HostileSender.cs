using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyQa.Tests.Operations;

namespace PolicyQa.Tests.Hostile;

/// <summary>What came back.</summary>
/// <param name="Status">0 where nothing did.</param>
/// <param name="Text">Headers and body.</param>
/// <param name="Took">Until it was there.</param>
/// <param name="Cut">How the connection ended; null where an answer came.</param>
internal sealed record HostileReply(int Status, string Text, TimeSpan Took, string? Cut = null);

/// <summary>Sends hostile requests as they are, and tells an answer from a connection that was cut off.</summary>
internal sealed class HostileSender(Uri server) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = 4,
        // By itself the client refuses to send what is not ASCII, and nobody is attacked.
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    })
    {
        BaseAddress = server,
        Timeout = TimeSpan.FromSeconds(30),
    };

    public async Task<HostileReply> SendAsync(HostileRequest hostile, CancellationToken token)
    {
        // In such an address the client leaves in place what its buffer held before: another request than was meant.
        if (!hostile.IsHttp) return await SendAloneAsync(server, hostile, token);
        using var request = new HttpRequestMessage(new HttpMethod(hostile.Method), new Uri(server.ToString().TrimEnd('/') + hostile.Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (hostile.Body is not null) request.Content = new ByteArrayContent(hostile.Body);
        foreach (var (name, value) in hostile.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        var begun = Stopwatch.GetTimestamp();
        try
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(token);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
            var took = Stopwatch.GetElapsedTime(begun);
            // A stream that an agent listens to has no end; what it has said so far must do.
            late.CancelAfter(response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? Glance : Patience);
            return await ReadAsync(response, begun, took, late.Token);
        }
        catch (HttpRequestException e)
        {
            return new HostileReply(0, "", Stopwatch.GetElapsedTime(begun), $"{e.HttpRequestError}: {e.InnerException?.Message ?? e.Message}");
        }
    }

    /// <summary>On a connection of its own, byte for byte.</summary>
    public static async Task<HostileReply> SendAloneAsync(Uri server, HostileRequest hostile, CancellationToken token)
    {
        var head = new StringBuilder($"{hostile.Method} {hostile.Target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n");
        foreach (var (name, value) in hostile.Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (hostile.Body is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {hostile.Body.Length}\r\n");
        var begun = Stopwatch.GetTimestamp();
        using var raw = await RawRequest.SendAsync(server, [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. hostile.Body ?? []]);
        var text = await raw.ReadAsync(Patience, hangUp: false);
        var took = Stopwatch.GetElapsedTime(begun);
        token.ThrowIfCancellationRequested();
        return text.Split(' ', 3) is ["HTTP/1.1", var status, _] ? new HostileReply(int.Parse(status, CultureInfo.InvariantCulture), text, took) : new HostileReply(0, text, took, text.Length == 0 ? "closed without a word" : "no HTTP");
    }

    public void Dispose() => client.Dispose();

    private static async Task<HostileReply> ReadAsync(HttpResponseMessage response, long begun, TimeSpan headers, CancellationToken token)
    {
        try
        {
            var text = await response.Content.ReadAsStringAsync(token);
            return new HostileReply((int)response.StatusCode, response.Headers + text, Stopwatch.GetElapsedTime(begun));
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or InvalidOperationException)
        {
            return new HostileReply((int)response.StatusCode, "", headers);
        }
    }
}
