using PolicyQa.Answering;
using PolicyQa.Evaluation;

namespace PolicyQa.Tests.Evaluation;

public sealed class RankingComparisonTests
{
    /// <summary>Questions × gained × lost × chance (binomial table) × better.</summary>
    [Theory]
    [InlineData(100, 5, 0, 0.03125, true)]
    [InlineData(100, 4, 0, 0.0625, false)]
    [InlineData(100, 0, 0, 1, false)]
    [InlineData(100, 0, 9, 1, false)]
    [InlineData(100, 12, 4, 0.0384, true)]
    [InlineData(100, 11, 5, 0.1051, false)]
    [InlineData(29, 20, 0, 0.00000095, false)]
    [InlineData(4000, 1100, 1000, 0.0154, true)]
    [InlineData(4000, 1020, 1000, 0.3362, false)]
    public void Only_a_gain_that_chance_does_not_explain_is_one(int questions, int gained, int lost, double chance, bool better)
    {
        EvaluationQuestion[] asked = [.. Enumerable.Range(0, questions).Select(i => new EvaluationQuestion($"{i}", new AskRequest("?"), new GoldAnswer([], NeedsAll: false, null, ["right"], Unanswerable: false)))];
        var comparison = RankingComparison.Of(asked, Answers(questions, i => i >= gained), Answers(questions, i => i < gained || i >= gained + lost))!;
        Assert.Equal(chance, comparison.Chance, 3);
        Assert.Equal((gained, lost, better), (comparison.Gained, comparison.Lost, comparison.IsBetter));
    }

    [Fact]
    public void Without_a_known_passage_there_is_nothing_to_compare() =>
        Assert.Null(RankingComparison.Of([new EvaluationQuestion("1", new AskRequest("?"), new GoldAnswer(["x"], NeedsAll: false, null, [], Unanswerable: false))], Answers(1, _ => true), Answers(1, _ => true)));

    private static TimedAnswer[] Answers(int questions, Func<int, bool> isRight) =>
        [.. Enumerable.Range(0, questions).Select(i => new TimedAnswer(new Answer { Question = "?", Status = AnswerStatus.NotFound, Text = "", Ranked = isRight(i) ? ["right", "wrong"] : ["wrong", "right"] }, TimeSpan.Zero))];
}
