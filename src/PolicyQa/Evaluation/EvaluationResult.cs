using PolicyQa.Answering;

namespace PolicyQa.Evaluation;

/// <summary>What came of one question, as a results file holds it. Ms is this question's own time, whatever else ran meanwhile.</summary>
public sealed record EvaluationResult(
    string Id,
    AnswerStatus Status,
    string? Answer,
    string Text,
    IReadOnlyList<string> Ranked,
    IReadOnlyList<Citation> Citations,
    double Confidence,
    double Ms);
