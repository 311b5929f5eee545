namespace PolicyQa.Evaluation;

/// <summary>Over all questions that have an answer; a refusal scores nothing.</summary>
/// <param name="Questions">How many there are.</param>
/// <param name="Right">How many were answered rightly.</param>
/// <param name="ExactMatch">Share of exact matches, 0–1.</param>
/// <param name="F1">Mean F1, 0–1.</param>
public sealed record AnswerQuality(int Questions, int Right, double ExactMatch, double F1)
{
    public double RightShare => (double)Right / Questions;

    internal static AnswerQuality Of(IReadOnlyCollection<AnswerScore> scores) =>
        new(scores.Count, scores.Count(s => s.Right), scores.Average(s => s.ExactMatch ? 1.0 : 0.0), scores.Average(s => s.F1));
}
