using PolicyQa.Answering;

namespace PolicyQa.Evaluation;

/// <summary>Asks two engines the same questions, on one thread, so that it takes one core at most from whoever is being served.</summary>
public static class EngineTrial
{
    /// <summary>Stops where the time is over, and reports on the questions asked until then.</summary>
    /// <param name="questions">What to ask.</param>
    /// <param name="before">The engine as it is.</param>
    /// <param name="after">The engine as it would be.</param>
    /// <param name="progress">Told after each question.</param>
    /// <param name="over">Time is over.</param>
    public static TrialReport Run(
        IReadOnlyList<EvaluationQuestion> questions, Func<AskRequest, Answer> before, Func<AskRequest, Answer> after, IProgress<EvaluationProgress>? progress, CancellationToken over)
    {
        List<TimedAnswer> old = [], now = [];
        List<TrialChange> changes = [];
        foreach (var question in questions)
        {
            if (over.IsCancellationRequested) break;
            var (a, b) = (before(question.Request), after(question.Request));
            old.Add(new TimedAnswer(a, default));
            now.Add(new TimedAnswer(b, default));
            if (a.Status != b.Status || a.ShortAnswer != b.ShortAnswer) changes.Add(new TrialChange(question, a, b, IsRight(a, question.Gold), IsRight(b, question.Gold)));
            progress?.Report(new EvaluationProgress(now.Count, questions.Count));
        }

        EvaluationQuestion[] asked = [.. questions.Take(now.Count)];
        return new TrialReport(questions.Count, asked.Length, Quality.Of(asked, old), Quality.Of(asked, now), changes);
    }

    private static bool? IsRight(Answer answer, GoldAnswer gold)
    {
        if (gold.Unanswerable) return answer.Status != AnswerStatus.Answered;
        return gold.Answers.Count == 0 ? null : AnswerScore.Of(answer, gold).Right;
    }
}
