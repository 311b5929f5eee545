using PolicyQa.Answering;

namespace PolicyQa.Evaluation;

/// <summary>
/// How good a run was. Answered and Refused count all questions, with or without gold; each other part is null where the
/// question set gives no gold for it.
/// </summary>
public sealed record Quality(int Answered, int Refused, AnswerQuality? Answers, RefusalQuality? Refusals, RankingQuality? Ranking)
{
    public static Quality Of(IReadOnlyList<EvaluationQuestion> questions, IReadOnlyList<TimedAnswer> answers)
    {
        var scores = new List<AnswerScore>();
        var ranks = new List<int>();
        int answered = 0, unanswerable = 0, refusedRightly = 0;
        for (var i = 0; i < questions.Count; i++)
        {
            var (gold, answer) = (questions[i].Gold, answers[i].Answer);
            var isAnswered = answer.Status == AnswerStatus.Answered;
            if (isAnswered) answered++;
            if (gold.Unanswerable)
            {
                unanswerable++;
                if (!isAnswered) refusedRightly++;
            }
            else if (gold.Answers.Count > 0)
                scores.Add(AnswerScore.Of(answer, gold));

            if (gold.PassageIds.Count > 0) ranks.Add(RankingQuality.RankOf(answer.Ranked, gold.PassageIds));
        }

        return new Quality(
            answered,
            questions.Count - answered,
            scores.Count == 0 ? null : AnswerQuality.Of(scores),
            unanswerable == 0 ? null : new RefusalQuality(unanswerable, refusedRightly),
            ranks.Count == 0 ? null : RankingQuality.Of(ranks));
    }
}
