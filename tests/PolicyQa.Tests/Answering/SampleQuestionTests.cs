using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Answering;

public sealed class SampleQuestionTests
{
    [Fact]
    public void They_are_spread_over_departments_and_each_is_answered()
    {
        using var engine = MadeUpTown.Fresh();
        engine.WarmUp();

        var answers = engine.SampleQuestions.Select(q => engine.Ask(new AskRequest(q))).ToList();

        Assert.Equal(6, answers.Count);
        Assert.All(answers, a => Assert.Equal(AnswerStatus.Answered, a.Status));
        Assert.Equal(4, answers.Select(a => a.Citations[0].Department).Distinct().Count());
        Assert.Distinct(engine.SampleQuestions);
    }

    [Theory]
    [InlineData("市人社局", "市人社局")]
    [InlineData("人社局", "市人社局")]
    public void One_department_has_its_own(string asked, string department)
    {
        var questions = MadeUpTown.Engine.SampleQuestionsOf(asked);
        Assert.NotEmpty(questions);
        Assert.All(questions, q => Assert.Equal(department, MadeUpTown.Engine.Ask(new AskRequest(q)).Citations[0].Department));
    }

    [Fact]
    public void A_name_that_is_no_departments_has_none() => Assert.Empty(MadeUpTown.Engine.SampleQuestionsOf("外星局"));

    [Fact]
    public void Nobody_waits_for_them_and_the_first_look_sets_them_going()
    {
        using var engine = MadeUpTown.Fresh();
        _ = engine.SampleQuestions;
        Assert.True(SpinWait.SpinUntil(() => engine.SampleQuestions.Count > 0, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_corpus_without_departments_has_none()
    {
        using var engine = QaEngine.ForArticles(
            [new Article { Id = "a", Kind = ArticleKind.Plain, Title = "文", Text = "新建学校5所。", Sections = [new Section(null, SectionRole.Body, 0, 7)], SourcePath = "a.txt", SourceHash = "" }],
            new EngineOptions());
        engine.WarmUp();
        Assert.Empty(engine.SampleQuestions);
    }
}
