namespace PolicyQa.App.Channels.Cli;

/// <summary>Progress for logs and pipes: a line at the start, at the end, and every few seconds between.</summary>
internal sealed class ProgressLines(string label, TextWriter error, TimeProvider time) : ProgressDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private long? lastLine;

    public override void Dispose()
    {
    }

    protected override void Show(int done, int total)
    {
        if (lastLine is { } last && done < total && time.GetElapsedTime(last) < Interval) return;
        lastLine = time.GetTimestamp();
        error.WriteLine(total > 0 ? $"{label}：{done}/{total}（{100L * done / total}%）" : $"{label}：{done}");
    }
}
