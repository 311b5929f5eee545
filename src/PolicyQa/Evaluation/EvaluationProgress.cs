namespace PolicyQa.Evaluation;

/// <summary>How far a run has come: <paramref name="Done"/> of <paramref name="Total"/> questions.</summary>
public readonly record struct EvaluationProgress(int Done, int Total);
