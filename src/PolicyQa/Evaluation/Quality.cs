using PolicyQa.Answering;

namespace PolicyQa.Evaluation;

/// <summary>
/// How good a run was. Answered and Refused count all questions, with or without gold; each other part is null where the
/// question set gives no gold for it.
/// </summary>
public sealed record Quality(int Answered, int Refused, AnswerQuality? Answers, RefusalQuality? Refusals, RankingQuality? Ranking)
{
    /// <summary>Null where no question has gold.</summary>
    public ConfidenceQuality? Confidence { get; init; }

    /// <summary>In the order of the first question of each kind; empty where the set names no kinds.</summary>
    public IReadOnlyList<KindQuality> Kinds { get; init; } = [];

    public static Quality Of(IReadOnlyList<EvaluationQuestion> questions, IReadOnlyList<TimedAnswer> answers)
    {
        var scores = new List<AnswerScore>();
        var ranks = new List<int>();
        var given = new List<(double Confidence, bool Right, bool InVain)>();
        var kinds = new List<(string Kind, bool Answered, bool Right)>();
        int answered = 0, unanswerable = 0, refusedRightly = 0;
        for (var i = 0; i < questions.Count; i++)
        {
            var (gold, answer) = (questions[i].Gold, answers[i].Answer);
            var isAnswered = answer.Status == AnswerStatus.Answered;
            var isRight = gold.Unanswerable && !isAnswered;
            if (isAnswered) answered++;
            if (gold.Unanswerable)
            {
                unanswerable++;
                if (!isAnswered) refusedRightly++;
            }
            else if (gold.Answers.Count > 0)
            {
                scores.Add(AnswerScore.Of(answer, gold));
                isRight = scores[^1].Right;
            }

            if (gold.PassageIds.Count > 0) ranks.Add(RankingQuality.RankOf(answer.Ranked, gold.PassageIds));
            if (!gold.Unanswerable && gold.Answers.Count == 0) continue;
            if (isAnswered) given.Add((answer.Confidence, isRight, gold.Unanswerable));
            if (questions[i].Kind is { } kind) kinds.Add((kind, isAnswered, isRight));
        }

        return new Quality(
            answered,
            questions.Count - answered,
            scores.Count == 0 ? null : AnswerQuality.Of(scores),
            unanswerable == 0 ? null : new RefusalQuality(unanswerable, refusedRightly),
            ranks.Count == 0 ? null : RankingQuality.Of(ranks))
        {
            Confidence = scores.Count + unanswerable == 0 ? null : ConfidenceQuality.Of(scores.Count + unanswerable, unanswerable, given),
            Kinds = [.. kinds.GroupBy(k => k.Kind, StringComparer.Ordinal).Select(g => new KindQuality(g.Key, g.Count(), g.Count(k => k.Answered), g.Count(k => k.Right)))],
        };
    }
}
