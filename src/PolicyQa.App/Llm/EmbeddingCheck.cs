using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.App.Channels.Cli;
using PolicyQa.App.Configuration;
using PolicyQa.Evaluation;
using PolicyQa.Indexing;
using PolicyQa.Retrieval;

namespace PolicyQa.App.Llm;

/// <summary>Asks the same questions without and with vectors. Nothing is cut short here: every question gets its vector, however long it takes.</summary>
internal static class EmbeddingCheck
{
    private const int MostFaults = 3;

    /// <summary>Both runs, and how they compare; null where no question has a known passage.</summary>
    /// <exception cref="UserErrorException">The service does not give the vectors.</exception>
    public static async Task<(PassageVectors Vectors, RankingComparison? Figures, Quality Before, Quality After)> RunAsync(QaEngine engine, IReadOnlyList<EvaluationQuestion> questions, EmbeddingSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        using var model = new EmbeddingModel(settings, terminal.Time);
        var limits = new EmbeddingLimits(new CircuitBreaker(terminal.Time), new TokenBudget(settings.TokensPerDay, terminal.Time));
        var vectors = await PassagesAsync(engine, model, limits, settings, terminal, cancellationToken);
        var patient = new QuestionEmbedding(model, settings with { Patience = settings.Timeout }, limits, NullLogger<QuestionEmbedding>.Instance);
        var without = Ask(engine, questions, "只用词语", terminal, cancellationToken);
        var failed = 0;
        engine.Use(new HybridRanking(vectors, (question, token) =>
        {
            var vector = patient.Embed(question, vectors.Dimensions, token);
            if (vector is null) Interlocked.Increment(ref failed);
            return vector;
        }));
        var with = Ask(engine, questions, "加上向量", terminal, cancellationToken);
        engine.Use(null);
        if (failed > 0) throw new UserErrorException($"有 {failed} 个问题没有取到向量，测不准，结论没有记下；请看看向量服务 {settings.Endpoint.Host} 是否正常");
        return (vectors, RankingComparison.Of(questions, without.Answers, with.Answers), Quality.Of(questions, without.Answers), Quality.Of(questions, with.Answers));
    }

    private static EvaluationOutcome Ask(QaEngine engine, IReadOnlyList<EvaluationQuestion> questions, string label, Terminal terminal, CancellationToken cancellationToken)
    {
        using var progress = terminal.StartProgress(label);
        return new EvaluationRun(engine.Ask, terminal.Time, threads: 1).Ask(questions, progress, cancellationToken);
    }

    private static async Task<PassageVectors> PassagesAsync(QaEngine engine, EmbeddingModel model, EmbeddingLimits limits, EmbeddingSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        var passages = engine.PassageTexts();
        var (faults, made) = (0, 0);
        using var progress = terminal.StartProgress("生成向量");
        IProgress<IndexProgress> shown = progress;
        var work = new PassageEmbedding(model, settings, limits.Budget, (wait, token) => Task.Delay(wait, terminal.Time, token), NullLogger.Instance);
        var vectors = await work.RunAsync(
            passages,
            done =>
            {
                (faults, made) = (done > made ? 0 : faults, done);
                shown.Report(new IndexProgress(done, passages.Count));
            },
            fault => fault is null || ++faults < MostFaults ? true : throw new UserErrorException($"向量服务 {settings.Endpoint.Host} {fault}；已有 {made}/{passages.Count} 个段落的向量存下了，下次接着取"),
            cancellationToken);
        return vectors ?? throw new UserErrorException("语料里没有段落");
    }
}
