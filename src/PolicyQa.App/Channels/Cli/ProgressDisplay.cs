using PolicyQa.Evaluation;
using PolicyQa.Indexing;

namespace PolicyQa.App.Channels.Cli;

/// <summary>Shows on standard error how far a piece of work has come. Nothing appears until the first report.</summary>
internal abstract class ProgressDisplay : IProgress<IndexProgress>, IProgress<EvaluationProgress>, IDisposable
{
    private readonly Lock gate = new();
    private int highest = -1;

    /// <summary>Reports are dropped until this completes.</summary>
    public Task? After { get; init; }

    public void Report(IndexProgress value) => Report(value.Done, value.Total);

    public void Report(EvaluationProgress value) => Report(value.Done, value.Total);

    public abstract void Dispose();

    protected abstract void Show(int done, int total);

    private void Report(int done, int total)
    {
        lock (gate)
        {
            // Threads report out of order; a bar must not step back.
            if (done <= highest || After is { IsCompleted: false }) return;
            highest = done;
            Show(done, total);
        }
    }
}
