using System.Text;
using PolicyQa.App.Channels;

namespace PolicyQa.App;

/// <summary>
/// 有用 and 没用, one JSON object a line: when, which question, whether it helped; nothing of who said so. Two files at most,
/// each of a bounded size: the older half goes when both are full. Thread-safe.
/// </summary>
internal sealed class FeedbackLog(string path, TimeProvider time, ILogger<FeedbackLog> logger) : IDisposable
{
    /// <summary>Some fifty thousand lines.</summary>
    internal const long MaxBytes = 8 * 1024 * 1024;

    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Adds a line and returns when it is on the disk; false where it could not be kept.</summary>
    public async Task<bool> AppendAsync(string question, bool useful, CancellationToken cancellationToken)
    {
        var line = UnescapedJson.Serialize(new FeedbackLine(time.GetUtcNow(), question, useful)) + "\n";
        await gate.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes }) File.Move(path, path + ".1", overwrite: true);
            await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            await file.WriteAsync(Encoding.UTF8.GetBytes(line), CancellationToken.None);
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.FeedbackLost(logger, path, e);
            return false;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
