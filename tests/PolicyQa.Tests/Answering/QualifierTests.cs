using PolicyQa.Answering;
using PolicyQa.Questions;

namespace PolicyQa.Tests.Answering;

/// <summary>Words that narrow a question hold the answer to them.</summary>
public sealed class QualifierTests
{
    [Theory]
    [InlineData("新建多少所民办幼儿园", "8所")]
    [InlineData("新建多少所公办幼儿园", "5所")]
    [InlineData("改造多少所县域高中", "6所")]
    [InlineData("创建多少所省级示范高中", "两所")]
    [InlineData("三级以上养老院建几家", "五家")]
    [InlineData("3级及以上的养老院建几家", "五家")]
    [InlineData("新建多少家养老院", "二十家")]
    [InlineData("城区新建多少个社区食堂", "十五个")]
    [InlineData("引进多少名博士", "40名")]
    [InlineData("引进多少名高层次人才", "100名以上")]
    [InlineData("规上工业企业研发覆盖率是多少", "达到百分之四十")]
    [InlineData("建设多少个国家级重点实验室", "1个")]
    public void The_figure_is_that_of_what_was_asked_for(string question, string expected) => Assert.Equal(expected, MadeUpTown.Ask(question).ShortAnswer);

    [Theory]
    [InlineData("二级以上养老院建几家")]
    [InlineData("新建多少所普惠幼儿园")]
    [InlineData("新建多少所县域幼儿园")]
    [InlineData("创建多少所国家级示范高中")]
    [InlineData("创建多少所市级示范高中")]
    [InlineData("引进多少名外籍教师")]
    [InlineData("引进多少名硕士")]
    [InlineData("农村新建多少个社区食堂")]
    [InlineData("小微企业研发覆盖率是多少")]
    [InlineData("建设多少个省级重点实验室")]
    [InlineData("下半年新增多少个学位")]
    public void What_lacks_the_qualifier_is_no_answer(string question) => Assert.Equal(AnswerStatus.NotFound, MadeUpTown.Ask(question).Status);

    [Fact]
    public void Parts_that_rule_each_other_out_are_one_answer_together() =>
        Assert.Equal("公办幼儿园5所、民办幼儿园8所", MadeUpTown.Ask("新建多少所幼儿园").ShortAnswer);

    [Fact]
    public void The_whole_comes_before_a_narrower_part()
    {
        using var engine = MadeUpTown.Of("幼有所育\n\n——访市卫健委主任甲乙丙\n\n今年，新增普惠托位800个，新增托位2000个。\n");
        Assert.Equal("2000个", engine.Ask(new AskRequest("新增多少个托位")).ShortAnswer);
        Assert.Equal("800个", engine.Ask(new AskRequest("新增多少个普惠托位")).ShortAnswer);
    }

    [Theory]
    [InlineData("新增多少家3A级以上景区", "4家")]
    [InlineData("新增多少家5A级景区", "1家")]
    [InlineData("新增多少家4A级景区", null)]
    public void Stars_are_levels_too(string question, string? expected)
    {
        using var engine = MadeUpTown.Of("诗和远方\n\n——访市文旅局局长甲乙丙\n\n今年，新增国家3A级以上景区4家，新增5A级景区1家，培育民宿20家。\n");
        Assert.Equal(expected, engine.Ask(new AskRequest(question)).ShortAnswer);
    }

    [Fact]
    public void The_refusal_names_what_narrows() =>
        Assert.Contains("“二级以上”", MadeUpTown.Ask("二级以上养老院建几家").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("二级以上医院", "二级以上")]
    [InlineData("2级及以上医院", "2级及以上")]
    [InlineData("自治区级示范高中", "自治区级")]
    [InlineData("5a级景区", "5a级")]
    [InlineData("3a级以上景区", "3a级以上")]
    [InlineData("外籍教师和普惠幼儿园", "外籍 普惠")]
    [InlineData("第一级台阶", "")]
    [InlineData("三级联动", "")]
    [InlineData("自治区、市、县三级医疗资源", "")]
    [InlineData("市县三级联网", "")]
    [InlineData("全市三级医院", "三级")]
    [InlineData("我市二级以上医院", "二级以上")]
    [InlineData("高质量发展", "")]
    public void Qualifiers_are_found_the_longest_first(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Qualifiers.Find(text).Select(q => q.Text)));

    [Theory]
    [InlineData("哪个部门新增三千个学位", "市教育局")]
    [InlineData("哪个部门培训20000人次", "市人社局")]
    [InlineData("哪个部门培训两万人次", "市人社局")]
    [InlineData("20家养老院什么时候建成", "十月底前")]
    [InlineData("二十家养老院什么时候建成", "十月底前")]
    [InlineData("哪个部门建15个社区食堂", "市民政局")]
    [InlineData("创建2所省级示范高中是哪个部门", "市教育局")]
    public void Figures_may_be_written_either_way(string question, string expected) => Assert.Equal(expected, MadeUpTown.Ask(question).ShortAnswer);
}
