using PolicyQa.App.Channels.Http;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Operations;

/// <summary>Whether questions are answered, and whether all else works. Looked at afresh at most once a second, however many ask.</summary>
internal sealed class ReadinessProbe(EngineHost engines, LiveSettings live, IEnumerable<ReadinessCheck> others, TimeProvider time, VectorStatus? vectors = null)
{
    /// <summary>What a new index and a day's feedback need.</summary>
    private const long LeastFreeBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private IReadOnlyList<Finding> last = [];
    private long lookedAt;

    public Readiness Look()
    {
        var snapshot = engines.Current;
        Finding index = snapshot is null ? new("index", Condition.Failing, Problems.NotReadyTitle) : new("index", Condition.Ready, "索引已打开");
        IReadOnlyList<Finding> findings = [index, .. Others()];
        return new Readiness(findings.Max(f => f.Status), snapshot?.Engine.Articles.Count ?? 0, snapshot?.Passages, snapshot?.BuiltAt, findings) { Vectors = vectors?.Current };
    }

    private IReadOnlyList<Finding> Others()
    {
        lock (gate)
        {
            if (last.Count > 0 && time.GetElapsedTime(lookedAt) < Fresh) return last;
            last = [Corpus(live.Current.Corpus), Disk(Path.GetDirectoryName(live.Current.Index) ?? live.Current.Index), .. others.Select(look => look())];
            lookedAt = time.GetTimestamp();
            return last;
        }
    }

    /// <summary>The index answers without it; what is new in it is not seen.</summary>
    private static Finding Corpus(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any()
                ? new Finding("corpus", Condition.Ready, "语料可读")
                : new Finding("corpus", Condition.Degraded, "语料文件夹是空的，继续用上一次的索引");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding("corpus", Condition.Degraded, "语料文件夹读不了，继续用上一次的索引");
        }
    }

    /// <summary>The index answers from a disk that takes nothing more; what people send is lost.</summary>
    private static Finding Disk(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable");
            using (var file = new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose)) file.WriteByte(1);
            var free = new DriveInfo(folder).AvailableFreeSpace;
            return free >= LeastFreeBytes
                ? new Finding("disk", Condition.Ready, "磁盘可写")
                : new Finding("disk", Condition.Degraded, $"磁盘快满了，只剩 {free / (1024 * 1024)} MB");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new Finding("disk", Condition.Degraded, "磁盘写不了：反馈和新的索引存不下来");
        }
    }
}
