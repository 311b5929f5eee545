namespace PolicyQa.Evaluation;

/// <summary>What a run gave: answers in the order of the questions, and the wall-clock time of the whole.</summary>
public sealed record EvaluationOutcome(IReadOnlyList<TimedAnswer> Answers, TimeSpan Elapsed);
