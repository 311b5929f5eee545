using PolicyQa.Answering;
using PolicyQa.Evaluation;

namespace PolicyQa.Tests.Evaluation;

/// <summary>Against values worked out by hand (and by the reference scorer's rules).</summary>
public sealed class AnswerScoreTests
{
    [Theory]
    [InlineData("1633名", "1633名", 1.0)]
    [InlineData("１６３３ 名。", "1633名", 1.0)] // width, white space and punctuation do not count
    [InlineData("补充1633名", "1633名", 2.0 * 5 / 12)] // common stretch 5 of 7 and of 5
    [InlineData("教科研1633", "1633名", 2.0 * 4 / 12)] // common stretch 4 of 7 and of 5
    [InlineData("秋季", "1633名", 0.0)]
    [InlineData(null, "1633名", 0.0)]
    public void F1_is_that_of_the_longest_common_stretch(string? answer, string gold, double expected) =>
        Assert.Equal(expected, AnswerScore.Of(Answered(answer, ""), Gold([gold])).F1, 12);

    [Fact]
    public void The_best_of_several_golds_counts()
    {
        var score = AnswerScore.Of(Answered("9", ""), Gold(["9所", "9"]));
        Assert.True(score.ExactMatch);
        Assert.Equal(1.0, score.F1);
    }

    [Theory]
    [InlineData("9所", true)]
    [InlineData("共9所学校", true)]
    [InlineData("19所", false)] // a figure must not be part of a longer figure
    [InlineData("3.9所", false)]
    public void A_figure_must_stand_alone(string answer, bool right) =>
        Assert.Equal(right, AnswerScore.Of(Answered(answer, ""), Gold(["9所"])).Right);

    [Fact]
    public void Gold_may_stand_in_the_text_but_a_refusal_is_never_right()
    {
        Assert.True(AnswerScore.Of(Answered("见下", "秋季开学前全部上岗"), Gold(["秋季开学前"])).Right);
        var refused = Answered("秋季开学前", "") with { Status = AnswerStatus.NotFound };
        Assert.False(AnswerScore.Of(refused, Gold(["秋季开学前"])).Right);
    }

    [Fact]
    public void All_golds_are_needed_where_the_question_says_so()
    {
        var gold = Gold(["子女入学", "家属随调"]) with { NeedsAll = true };
        Assert.False(AnswerScore.Of(Answered("子女入学", ""), gold).Right);
        Assert.True(AnswerScore.Of(Answered("子女入学、家属随调", ""), gold).Right);
    }

    [Theory]
    [InlineData("补充教科研1633名，秋季开学前全部上岗。", true)]
    [InlineData("其他内容。", false)]
    [InlineData("今年补充教科研1633人", true)] // shares 补充教科研1633: nine characters, eight are enough
    public void Evidence_must_be_cited_where_it_is_named(string excerpt, bool right)
    {
        var answer = Answered("1633名", "") with { Citations = [Cited(excerpt)] };
        Assert.Equal(right, AnswerScore.Of(answer, Gold(["1633"]) with { Evidence = "补充教科研1633名" }).Right);
    }

    private static GoldAnswer Gold(string[] answers) => new(answers, NeedsAll: false, Evidence: null, PassageIds: [], Unanswerable: false);

    private static Answer Answered(string? answer, string text) =>
        new() { Question = "问", Status = AnswerStatus.Answered, ShortAnswer = answer, Text = text };

    private static Citation Cited(string excerpt) =>
        new() { Id = 1, ArticleId = "a", Title = "题", Excerpt = excerpt, Start = 0, End = excerpt.Length, SourceHash = "", Damaged = false };
}
