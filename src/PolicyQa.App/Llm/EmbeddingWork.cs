using PolicyQa.App.Configuration;

namespace PolicyQa.App.Llm;

/// <summary>
/// In the background: once an index is open, gets the vectors of its passages, and lets them have a say where they measured better.
/// Begins anew with every new index; nobody waits for it.
/// </summary>
internal sealed class EmbeddingWork(EmbeddingModel model, EmbeddingSettings settings, EmbeddingLimits limits, QuestionEmbedding questions, EngineHost engines, VectorStatus status, TimeProvider time, ILogger<EmbeddingWork> logger) : BackgroundService
{
    /// <summary>How often to look for a new index or a new verdict.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private (QaEngine Engine, DateTime Verdict)? done;

    /// <summary>When the server stops, what was made so far is on disk.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Ticks.RunAsync(Interval, time, () => LookAsync(stoppingToken), stoppingToken);

    /// <summary>One look: does what there is to do.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        if (engines.Current?.Engine is not { } engine) return;
        // A verdict is written by another process.
        var written = File.GetLastWriteTimeUtc(VectorFiles.VerdictPath(settings));
        if (done is { } last && ReferenceEquals(last.Engine, engine) && last.Verdict == written) return;
        done = (engine, written);
        var (passages, embedded) = (engine.PassageTexts(), 0);
        void Show(string state, string note) => status.Report(state, passages.Count, embedded, note);
        try
        {
            var work = new PassageEmbedding(model, settings, limits.Budget, (wait, token) => Task.Delay(wait, time, token), logger);
            var vectors = await work.RunAsync(
                passages,
                progress: made => embedded = made,
                goOn: fault =>
                {
                    Show("embedding", fault is null ? "正在为段落生成向量，检索暂时只用词语" : $"向量服务{fault}，稍后再试，检索暂时只用词语");
                    return ReferenceEquals(engines.Current?.Engine, engine);
                },
                cancellationToken);
            // Half-way a newer index came: the next look begins with that one.
            if (vectors is null && passages.Count > 0) return;
            var (state, note) = vectors is null ? ("off", "没有段落") : VectorUse.Decide(engine, vectors, VectorVerdict.Read(settings), engine.RankingFingerprint(), questions);
            Show(state, note);
            Log.VectorsReady(logger, settings.Model, passages.Count, note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Show("failed", "向量存不下来（磁盘满或没有写权限），检索只用词语");
            Log.VectorsNotKept(logger, settings.Folder, e);
        }
    }
}
