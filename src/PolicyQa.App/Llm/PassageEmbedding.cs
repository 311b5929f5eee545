using PolicyQa.App.Channels;
using PolicyQa.App.Configuration;
using PolicyQa.Indexing;

namespace PolicyQa.App.Llm;

/// <summary>
/// Gets the vectors of an index's passages: what is on disk already is taken from there, the rest is asked for in batches, each kept
/// before the next is asked for. Goes on until all are there, waiting longer after each failure.
/// </summary>
/// <param name="model">Who makes them.</param>
/// <param name="settings">How much at once, and where they are kept.</param>
/// <param name="budget">Tokens of a day.</param>
/// <param name="wait">Waits; tests do not.</param>
/// <param name="logger">Told of faults.</param>
internal sealed class PassageEmbedding(EmbeddingModel model, EmbeddingSettings settings, TokenBudget budget, Func<TimeSpan, CancellationToken, Task> wait, ILogger logger)
{
    /// <summary>A vector made again stands at this cosine at least; else it is another model that goes by the name.</summary>
    private const float Same = 0.98f;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Waits for a service that asks for patience are no longer than this.</summary>
    private static readonly TimeSpan LongestToldWait = TimeSpan.FromHours(1);

    /// <summary>The vectors of all passages; null where <paramref name="goOn"/> said stop.</summary>
    /// <param name="passages">In index order.</param>
    /// <param name="progress">Told how many are there.</param>
    /// <param name="goOn">Asked with the fault (null for none) before every batch and every wait.</param>
    /// <param name="cancellationToken">Ends it; what is there stays on disk.</param>
    /// <exception cref="IOException">The vectors cannot be kept.</exception>
    public async Task<PassageVectors?> RunAsync(IReadOnlyList<PassageText> passages, Action<int> progress, Func<string?, bool> goOn, CancellationToken cancellationToken)
    {
        using var file = VectorFiles.Open(settings);
        var missing = passages.Where(p => file.Find(p.Key) is null).DistinctBy(p => p.Key).ToList();
        // Nothing to hold a new vector against: then there is nothing to check either.
        var known = passages.FirstOrDefault(p => file.Find(p.Key) is not null);
        var isChecked = known is null;
        var failures = 0;
        while (!isChecked || missing.Count > 0)
        {
            progress(passages.Count - missing.Count);
            if (!goOn(null)) return null;
            var batch = isChecked ? missing.Take(settings.Batch).ToArray() : [known!];
            string[] texts = [.. batch.Select(p => settings.PassagePrefix + p.Text)];
            var tokens = texts.Sum(t => (long)Tokens.Estimate(t));
            var reply = budget.TrySpend(tokens) ? await model.EmbedAsync(texts, isChecked ? file.Dimensions : 0, settings.Timeout, cancellationToken) : EmbeddingReply.Faulty("今天的用量已到上限 Llm:EmbeddingTokensPerDay", LongestToldWait);
            if (reply.Vectors is { } vectors)
            {
                failures = 0;
                if (isChecked)
                {
                    file.Add([.. batch.Zip(vectors, (p, v) => (p.Key, v))]);
                    missing.RemoveRange(0, batch.Length);
                }
                else if (!IsSame(file.Find(batch[0].Key)!, vectors[0]))
                {
                    Log.EmbeddingModelChanged(logger, settings.Model);
                    VectorFiles.Forget(settings, file);
                    missing = [.. passages.DistinctBy(p => p.Key)];
                }

                isChecked = true;
                continue;
            }

            Log.PassagesWithoutVectors(logger, settings.Endpoint.Host, reply.Fault!);
            if (!goOn(reply.Fault)) return null;
            await wait(WaitAfter(reply, failures++), cancellationToken);
        }

        progress(passages.Count);
        file.Compact(passages);
        return file.Of(passages);
    }

    private static bool IsSame(float[] kept, float[] made) => kept.Length == made.Length && kept.Zip(made, (a, b) => a * b).Sum() >= Same;

    private static TimeSpan WaitAfter(EmbeddingReply reply, int failures)
    {
        if (reply.RetryAfter is { } told) return told < LongestToldWait ? told : LongestToldWait;
        var wait = FirstWait * Math.Pow(2, Math.Min(failures, 20));
        return wait < LongestWait ? wait : LongestWait;
    }
}
