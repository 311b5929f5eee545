using PolicyQa.Answering;

namespace PolicyQa.Evaluation;

/// <summary>Asks every question of a set.</summary>
/// <param name="ask">Answers one question; called from several threads at once.</param>
/// <param name="time">Clock for each question's own time.</param>
/// <param name="threads">Questions asked at the same time, at least 1.</param>
public sealed class EvaluationRun(Func<AskRequest, CancellationToken, Answer> ask, TimeProvider time, int threads)
{
    /// <summary>Answers in the order of the questions, whatever the number of threads.</summary>
    public EvaluationOutcome Ask(IReadOnlyList<EvaluationQuestion> questions, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var answers = new TimedAnswer[questions.Count];
        var done = 0;
        var begun = time.GetTimestamp();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, questions.Count, options, i =>
        {
            // Here the gold is left behind: nothing past this line can see it.
            answers[i] = AskOne(questions[i].Request, cancellationToken);
            progress?.Report(new EvaluationProgress(Interlocked.Increment(ref done), questions.Count));
        });
        return new EvaluationOutcome(answers, time.GetElapsedTime(begun));
    }

    private TimedAnswer AskOne(AskRequest request, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        // Public question sets hold a few empty questions; the engine is promised at least one character.
        var answer = string.IsNullOrWhiteSpace(request.Question)
            ? new Answer { Question = request.Question, Status = AnswerStatus.NotFound, Text = "问题是空的。" }
            : ask(request, cancellationToken);
        return new TimedAnswer(answer, time.GetElapsedTime(begun));
    }
}
