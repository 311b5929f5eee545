using PolicyQa.App.Review;
using PolicyQa.Tests.Answering;

namespace PolicyQa.Tests.Review;

/// <summary>Which questions are the same, which are alike, and what is masked in them.</summary>
public sealed class QuestionKeyTests
{
    [Theory]
    [InlineData("请问，市教育局今年引进多少教师？", "市教育局今年引进多少教师")]
    [InlineData("您好请问市教育局今年引进多少教師", "市教育局今年引进多少教师")]
    [InlineData("ＧＤＰ 增长多少", "gdp增长多少")]
    [InlineData("请问", "请问")]
    public void Marks_width_and_politeness_do_not_make_another_question(string one, string other) => Assert.Equal(QuestionKey.Of(other), QuestionKey.Of(one));

    [Theory]
    [InlineData("我的电话13812345678，怎么办理", "我的电话▇▇▇，怎么办理")]
    [InlineData("身份证15010219900101123X能办吗", "身份证▇▇▇能办吗")]
    [InlineData("发到 zhang.san@example.com 行吗", "发到 ▇▇▇ 行吗")]
    [InlineData("2024年引进1633名教师", "2024年引进1633名教师")]
    [InlineData("投资120000元", "投资120000元")]
    public void What_could_be_somebodys_number_is_masked(string question, string kept) => Assert.Equal(kept, QuestionKey.Masked(question));

    [Theory]
    [InlineData("市教育局今年要建多少个游泳馆", "教育局今年建多少个游泳馆呢", true)]
    [InlineData("请问市民政局养老院的收费标准是多少", "民政局养老院收费标准是多少", true)]
    [InlineData("市教育局建多少个游泳馆", "市民政局建多少个游泳馆", false)]
    [InlineData("市教育局2023年建多少个游泳馆", "市教育局建多少个游泳馆", false)]
    [InlineData("哪些人可以申请游泳补贴", "哪些人不可以申请游泳补贴", false)]
    [InlineData("市教育局什么时候建游泳馆", "市教育局建多少个游泳馆", false)]
    [InlineData("市教育局建多少个游泳馆", "市教育局建多少个体育馆", false)]
    public void Only_what_asks_for_the_same_has_the_same_signature(string one, string other, bool same)
    {
        var first = MadeUpTown.Engine.SignatureOf(new AskRequest(one));
        Assert.NotNull(first);
        Assert.Equal(same, first == MadeUpTown.Engine.SignatureOf(new AskRequest(other)));
    }

    [Fact]
    public void A_question_restricted_to_a_department_asks_for_what_the_one_that_names_it_asks_for() =>
        Assert.Equal(MadeUpTown.Engine.SignatureOf(new AskRequest("市教育局建多少个游泳馆")), MadeUpTown.Engine.SignatureOf(new AskRequest("建多少个游泳馆") { Department = "教育局" }));

    [Theory]
    [InlineData("市教育局今年建几个游泳馆", "市教育局今年要建几个游泳馆", true)]
    [InlineData("市教育局今年建几个游泳馆", "市民政局怎么申请养老补贴", false)]
    [InlineData("第1批补贴什么时候发", "第2批补贴什么时候发", false)]
    public void Wordings_alike_are_put_together(string one, string other, bool together) =>
        Assert.Equal(together, new Likeness(QuestionKey.Of(one)).To(new Likeness(QuestionKey.Of(other))) >= Likeness.Enough);
}
