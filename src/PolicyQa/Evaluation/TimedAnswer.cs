using PolicyQa.Answering;

namespace PolicyQa.Evaluation;

/// <summary>An answer and the time it alone took.</summary>
public sealed record TimedAnswer(Answer Answer, TimeSpan Elapsed)
{
    public EvaluationResult ToResult(EvaluationQuestion question) => new(
        question.Id,
        Answer.Status,
        Answer.ShortAnswer,
        Answer.Text,
        [.. Answer.Ranked.Take(question.Request.Top)],
        Answer.Citations,
        Answer.Confidence,
        Math.Round(Elapsed.TotalMilliseconds, 3));
}
