namespace PolicyQa.Answering;

/// <summary>A reading with the gate's judgement.</summary>
/// <param name="Reading">What was read.</param>
/// <param name="Confidence">That it answers this question, 0–1.</param>
internal readonly record struct Judged(Reading Reading, double Confidence);
