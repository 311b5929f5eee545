using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Answering;

/// <summary>A question that several departments answer differently goes back with the choices.</summary>
public sealed class ClarifyTests
{
    [Theory]
    [InlineData("今年新增多少个", "市教育局 市人社局 市民政局 市科技局")]
    [InlineData("要培训多少人", "市教育局 市人社局")]
    [InlineData("引进多少名人才", "市人社局 市科技局")]
    [InlineData("什么时候建成", "市人社局 市教育局 市民政局")]
    [InlineData("局长是谁", "市教育局 市人社局 市民政局 市科技局")]
    public void Departments_that_bear_a_question_out_equally_are_offered(string question, string departments)
    {
        var answer = MadeUpTown.Ask(question);
        Assert.Equal(AnswerStatus.Clarify, answer.Status);
        Assert.Null(answer.ShortAnswer);
        Assert.Empty(answer.Citations);
        var offered = answer.Suggestions.Select(s => s[..4]);
        Assert.Equal(departments.Split(' ').Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
        Assert.All(departments.Split(' '), d => Assert.Contains(d, answer.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("引进多少名高层次人才", "100名以上")]
    [InlineData("新增多少个学位", "3000个")]
    [InlineData("新增多少就业岗位", "5000个")]
    [InlineData("人才公寓什么时候投用", "6月底前")]
    [InlineData("教育局要培训多少人", "500名")]
    [InlineData("新增多少家高新技术企业", "60家")]
    public void One_that_bears_out_more_of_it_answers(string question, string expected) =>
        Assert.Equal((AnswerStatus.Answered, expected), (MadeUpTown.Ask(question).Status, MadeUpTown.Ask(question).ShortAnswer));

    [Theory]
    [InlineData("今年新增多少个|教育局", "3000个")]
    [InlineData("今年新增多少个|人社局的", "5000个")]
    [InlineData("今年新增多少个|是教育局", "3000个")]
    [InlineData("今年新增多少个|教育局吧", "3000个")]
    [InlineData("今年新增多少个|我问的是人社局", "5000个")]
    [InlineData("要培训多少人|市教育局要培训多少人", "500名")]
    [InlineData("什么时候建成|民政局", "十月底前")]
    [InlineData("什么时候建成|民政局|那教育局呢", "年底前")]
    [InlineData("局长是谁|科技局", "周可为")]
    public void The_choice_answers_the_question_that_was_asked(string turns, string expected) => Assert.Equal(expected, MadeUpTown.Ask(turns).ShortAnswer);

    [Theory]
    [InlineData("今年新增多少个")]
    [InlineData("要培训多少人")]
    [InlineData("新建多少所幼儿园|什么时候建成")]
    [InlineData("谢谢|什么时候建成")]
    public void Every_choice_offered_is_answered_when_taken(string turns) =>
        Assert.All(MadeUpTown.Ask(turns).Suggestions, s => Assert.Equal(AnswerStatus.Answered, MadeUpTown.Ask(s).Status));

    [Fact]
    public void Departments_that_say_the_same_leave_no_choice()
    {
        using var engine = MadeUpTown.Of(
            """
            修好路

            ——访市交通局局长甲乙丙

            今年，新建公交站台80座。

            管好城

            ——访市城管局局长丁戊己

            今年，新建公交站台80座。
            """);
        Assert.Equal("80座", engine.Ask(new AskRequest("新建多少座公交站台")).ShortAnswer);
    }

    [Fact]
    public void Pages_that_are_no_departments_leave_no_choice()
    {
        using var engine = QaEngine.ForArticles([PlainArticle.From("a", null, "全市新建公园三座。"), PlainArticle.From("b", null, "全市新建公园五座。")], new EngineOptions());
        Assert.Equal(AnswerStatus.Answered, engine.Ask(new AskRequest("新建多少座公园")).Status);
    }

    [Fact]
    public void A_department_given_beside_the_question_leaves_no_choice() =>
        Assert.Equal("500名", MadeUpTown.Engine.Ask(new AskRequest("要培训多少人") { Department = "教育局" }).ShortAnswer);
}
