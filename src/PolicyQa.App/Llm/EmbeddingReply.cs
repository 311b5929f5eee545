namespace PolicyQa.App.Llm;

/// <summary>What came of asking for vectors: one of length 1 for each text, or what was wrong.</summary>
/// <param name="Vectors">In the order of the texts; null after a fault.</param>
/// <param name="Fault">In Chinese, without keys or texts; null where there is none.</param>
/// <param name="RetryAfter">When the service wants to be asked again, where it says so.</param>
internal sealed record EmbeddingReply(IReadOnlyList<float[]>? Vectors, string? Fault, TimeSpan? RetryAfter = null)
{
    public static EmbeddingReply Faulty(string fault, TimeSpan? retryAfter = null) => new(null, fault, retryAfter);
}
