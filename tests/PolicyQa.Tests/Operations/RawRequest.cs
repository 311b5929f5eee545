using System.Net.Sockets;
using System.Text;

namespace PolicyQa.Tests.Operations;

/// <summary>Bytes on a socket that no HTTP client would send.</summary>
internal sealed class RawRequest : IDisposable
{
    private readonly TcpClient client = new();
    private NetworkStream? stream;

    private RawRequest()
    {
    }

    public static Task<RawRequest> SendAsync(Uri server, string text) => SendAsync(server, Encoding.UTF8.GetBytes(text));

    public static async Task<RawRequest> SendAsync(Uri server, byte[] bytes)
    {
        var raw = new RawRequest();
        await raw.client.ConnectAsync(server.Host, server.Port);
        raw.stream = raw.client.GetStream();
        await raw.stream.WriteAsync(bytes);
        return raw;
    }

    /// <summary>What comes back until the server closes, falls silent for <paramref name="patience"/>, or has sent so much; empty where it just closes.</summary>
    /// <param name="patience">How long to wait in all.</param>
    /// <param name="most">How many bytes.</param>
    /// <param name="hangUp">Nothing more will be sent: whoever waits for the rest gives up at once, and so does whoever is at work for us.</param>
    public async Task<string> ReadAsync(TimeSpan patience, int most = 64 * 1024, bool hangUp = true)
    {
        var (buffer, length) = (new byte[most], 0);
        using var late = new CancellationTokenSource(patience);
        try
        {
            if (hangUp) client.Client.Shutdown(SocketShutdown.Send);
            while (length < most)
            {
                var read = await stream!.ReadAsync(buffer.AsMemory(length), late.Token);
                if (read == 0) break;
                length += read;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The server hung up on it, or waits for more.
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    public void Dispose() => client.Dispose();
}
