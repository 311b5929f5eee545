using PolicyQa.Answering;

namespace PolicyQa.Tests.Answering;

/// <summary>Conversations of three turns and more.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("今年新增多少个|教育局|那人社局呢", "5000个")]
    [InlineData("民政局新建多少家养老院|什么时候建成", "十月底前")]
    [InlineData("民政局新建多少家养老院|时间呢", "十月底前")]
    [InlineData("民政局新建多少家养老院|什么时候建成|数量呢", "二十家")]
    [InlineData("民政局新建多少家养老院|什么时候建成|数量呢|时间呢", "十月底前")]
    [InlineData("民政局新建多少家养老院|三级以上的呢", "五家")]
    [InlineData("人社局引进多少人才|那科技局呢|回到人社局", "300名")]
    [InlineData("人社局引进多少人才|那科技局呢|再说回人社局", "300名")]
    [InlineData("人社局引进多少人才|那科技局呢|还是看看人社局吧", "300名")]
    [InlineData("人社局引进多少人才|其中博士呢", "40名")]
    [InlineData("人社局引进多少人才|那科技局呢|局长是谁", "周可为")]
    [InlineData("人社局引进多少人才|局长是谁|那科技局呢|记者呢", "吴新新")]
    [InlineData("教育局新增多少学位|公办幼儿园呢|民办的呢", "8所")]
    [InlineData("教育局新增多少学位|公办幼儿园呢|民办的呢|什么时候建成", "年底前")]
    [InlineData("教育局新增多少学位|那人社局的就业岗位呢", "5000个")]
    [InlineData("教育局新增多少学位|那人社局的就业岗位呢|民政局的床位呢", "1200张")]
    [InlineData("教育局局长是谁|人社局的情况呢", "李思远")]
    [InlineData("教育局局长是谁|科技局呢|民政局的呢|人社局？", "李思远")]
    [InlineData("教育局局长是谁|谢谢|那人社局呢", "李思远")]
    [InlineData("教育局局长是谁|好的|谢谢你|那人社局呢", "李思远")]
    public void A_follow_up_is_filled_in_from_the_turns_before(string turns, string expected) => Assert.Equal(expected, MadeUpTown.Ask(turns).ShortAnswer);

    [Theory]
    [InlineData("人社局引进多少人才|那科技局呢|时间呢")]
    [InlineData("民政局新建多少家养老院|那科技局呢")]
    [InlineData("科技局引进多少高层次人才|那人社局呢")]
    [InlineData("民政局新建多少家养老院|什么时候建成|那科技局呢")]
    [InlineData("教育局引进多少名外地名师|外籍的呢")]
    public void What_the_other_department_does_not_say_is_refused(string turns) => Assert.Equal(AnswerStatus.NotFound, MadeUpTown.Ask(turns).Status);
}
