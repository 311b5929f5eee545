using PolicyQa.App.Channels;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Llm;

/// <summary>The vector of a question, quickly or not at all: whoever asks gets an answer from words alone where the service is slow, down, busy or over its budget.</summary>
internal sealed class QuestionEmbedding(EmbeddingModel model, EmbeddingSettings settings, EmbeddingLimits limits, ILogger<QuestionEmbedding> logger)
{
    /// <summary>Questions waiting at once; each holds a thread.</summary>
    private const int Concurrency = 8;

    private readonly ModelAccess access = new(Concurrency, limits.Breaker, limits.Budget);

    /// <summary>Of length 1 and of <paramref name="dimensions"/>; null where words have to do.</summary>
    public float[]? Embed(string question, int dimensions, CancellationToken cancellationToken)
    {
        var (lease, _) = access.Enter(Tokens.Estimate(settings.QuestionPrefix + question));
        if (lease is null) return null;
        using var place = lease;
        // The walk of a question is synchronous; where it runs, no context waits for this thread.
        var reply = Task.Run(() => model.EmbedAsync([settings.QuestionPrefix + question], dimensions, settings.Patience, cancellationToken), cancellationToken).GetAwaiter().GetResult();
        lease.Report(reply.Vectors is not null);
        if (reply.Vectors is { } vectors) return vectors[0];
        Log.QuestionWithoutVector(logger, settings.Endpoint.Host, reply.Fault!);
        return null;
    }
}
