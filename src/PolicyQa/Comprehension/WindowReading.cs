using PolicyQa.Corpus;

namespace PolicyQa.Comprehension;

/// <summary>What a window holds for a question.</summary>
/// <param name="Spans">The likeliest answers, best first; none where the window is empty.</param>
/// <param name="None">Logarithm of how likely it is that the window holds no answer.</param>
/// <param name="Start">Logarithm of how likely each character begins the answer; at 0 that none does.</param>
/// <param name="End">The same of ends.</param>
internal sealed record WindowReading(IReadOnlyList<ScoredSpan> Spans, float None, float[] Start, float[] End)
{
    /// <summary>The window's words.</summary>
    public required IReadOnlyList<TextSpan> Words { get; init; }

    /// <summary>Log odds that the window holds an answer.</summary>
    public double Odds => OddsOf(None);

    /// <summary>Log odds that there is an answer, from the logarithm of how likely there is none.</summary>
    public static double OddsOf(double none) => Math.Log(Math.Max(1e-9, 1 - Math.Exp(none))) - none;

    /// <summary>Logarithm of how likely this span of the window is the answer.</summary>
    public float Score(TextSpan span) => Start[span.Start + 1] + End[span.End];
}
