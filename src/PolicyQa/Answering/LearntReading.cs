namespace PolicyQa.Answering;

/// <summary>A reading by the learnt reader.</summary>
/// <param name="Reading">Where and what.</param>
/// <param name="Score">Logarithm of how likely the span answers, its window given.</param>
/// <param name="None">Logarithm of how likely its window holds no answer.</param>
/// <param name="Worth">What readings of different windows are compared by.</param>
internal sealed record LearntReading(Reading Reading, double Score, double None, double Worth)
{
    /// <summary>What the span scorer saw.</summary>
    public float[] Features { get; init; } = [];
}
