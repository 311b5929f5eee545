using System.Text;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Tests.Corpus;

public sealed class RealPageTests
{
    private static Article Of(string department) => Pages.Real.Articles.Single(a => a.Department == department);

    [Fact]
    public void The_page_holds_a_preface_and_five_interviews()
    {
        Assert.Empty(Pages.Real.Problems);
        Assert.Equal([ArticleKind.Preface, .. Enumerable.Repeat(ArticleKind.Interview, 5)], Pages.Real.Articles.Select(a => a.Kind));
        Assert.Equal("踔厉奋发启征程 勇毅前行向未来", Pages.Real.Articles[0].Title);
        Assert.All(Pages.Real.Articles, a => Assert.Equal((2024, "呼和浩特市"), (a.Year!.Value, a.City)));
    }

    [Theory]
    [InlineData("市卫健委", "侯煜", "党组书记、主任", "梁静姝", "深化医药卫生体制改革 用心用情守护好群众健康", "", "二是 三是 四是 五是 六是")]
    [InlineData("市科技局", "李孔燕", "党组书记、局长", "武子瞻", "发力提升科技创新能力 打好“突围仗”", "", "一是 二是 三是 四是")]
    [InlineData("市发改委", "伊德尔", "党组书记、主任", "云艳芳", "深入实施“六大工程 三项行动” 体现首府担当 展现首府作为", "市发展和改革委员会", "围绕“政策落地” 围绕“做大经济总量” 围绕“统筹发展和安全”")]
    [InlineData("市教育局", "王文梅", "党组书记、局长", "苗欣", "锚定“区域教育中心”目标 建设高质量教育体系", "", "一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 十一是")]
    [InlineData("市工信局", "刘志强", "党组书记、局长", "宋向华", "以新型工业化 推动首府经济高质量发展", "市工业和信息化局", "一是 二是 三是")]
    public void An_interview_says_who_speaks_and_on_what(string department, string speaker, string post, string reporter, string title, string alias, string labels)
    {
        var a = Of(department);
        Assert.Equal((speaker, post, reporter, title), (a.Speaker, a.Post, a.Reporter, a.Title));
        Assert.Equal(alias, string.Join(' ', a.DepartmentAliases));
        Assert.Equal(labels, string.Join(' ', a.Sections.Select(s => s.Label).OfType<string>()));
        Assert.All(a.Sections.Where(s => s.Label is not null), s => Assert.StartsWith(s.Label!, s.Span.Of(a.Text), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("市发改委", "产业链等安全韧性")]
    [InlineData("市发改委", "提供有力支撑。另一方面，加快传统产业")]
    [InlineData("市教育局", "教学成果的培植与奖励")]
    [InlineData("市教育局", "“宜学”城市建设")]
    [InlineData("市科技局", "科技型中小企业——高新技术企业")]
    [InlineData("市工信局", "主要经济指标增速达到十年来最好水平")]
    [InlineData("市工信局", "确保项目早投产、早达效")]
    public void Broken_words_are_joined(string department, string joined) => Assert.Contains(joined, Of(department).Text);

    [Fact]
    public void Exactly_these_sentences_are_damaged()
    {
        var damaged = Pages.Real.Articles.SelectMany(a => PassageSplitter.Split(a).SelectMany(p => p.Sentences).Where(s => s.Damaged).Select(s => $"{a.Department}: {s.Span.Of(a.Text)}"));
        Assert.Equal(
        [
            "市卫健委: 医院医养中心、市职业病防治院、市精神卫生中心建设项目建成投用；按期推进市中蒙医院中医综合治疗楼项目、新城区医院新建项目和回民医院改建项目。",
            "市卫健委: 推动城市医疗集团内影像医学检验",
            "市卫健委: 自治区、市、县三级医疗资源建设医疗质量控制中心30个，指导医疗机构提高服务质量。",
            "市科技局: 深感责任重大、使命在肩。”",
            "市科技局: 创建国家草业技术创新中心，举办世界草业大会，高质量推进生态文明建设；加快提升自治区动物疫病预防控制中心能力，培育先进半",
        ], damaged);
    }

    [Fact]
    public void The_foreign_fragment_is_found_in_its_host_and_named_after_its_owner()
    {
        var (health, science) = (Of("市卫健委"), Of("市科技局"));
        Assert.Equal([DamageKind.LostStart, DamageKind.ForeignText], health.Damages.Select(d => d.Kind));
        Assert.Equal("大会，高质量推进生态文明；加快提升自治区动物疫病预防控制中心能力，培育先进半", health.Damages[1].Span.Of(health.Text));
        Assert.Equal(science.Id, health.Damages[1].OwnerArticleId);
        Assert.Equal([DamageKind.LostStart, DamageKind.DanglingQuote, DamageKind.CutOff], science.Damages.Select(d => d.Kind));
    }

    [Fact]
    public void No_character_is_lost_or_added_and_the_colophon_belongs_to_nobody()
    {
        var source = Pages.Bare(Pages.RealText);
        Assert.Equal(source[..source.IndexOf("本版图片", StringComparison.Ordinal)], Pages.Bare(string.Concat(Pages.Real.Articles.Select(a => a.Text))));
    }

    [Fact]
    public void Sections_cover_the_text_and_lines_point_into_the_source()
    {
        var source = Pages.RealText.Split('\n');
        foreach (var a in Pages.Real.Articles)
        {
            Assert.Equal(Pages.Bare(a.Text), Pages.Bare(string.Concat(a.Sections.Select(s => s.Span.Of(a.Text)))));
            Assert.All(a.Lines, l => Assert.StartsWith(a.Text.Substring(l.Start, 2), source[l.Line - 1], StringComparison.Ordinal));
        }
    }

    public static TheoryData<string, string> OtherSettings => new()
    {
        { "crlf", Pages.RealText.Replace("\n", "\r\n") },
        { "28 wide", Pages.Wrap(Pages.RealText, 28, "\n") },
        { "35 wide", Pages.Wrap(Pages.RealText, 35, "\n") },
        { "28 wide, blank lines between all", Pages.Wrap(Pages.RealText, 28, "\n\n") },
        { "indented", string.Join('\n', Pages.RealText.Split('\n').Select(l => "　　" + l)) },
    };

    [Theory]
    [MemberData(nameof(OtherSettings))]
    public void The_page_reads_the_same_however_its_lines_are_set(string setting, string text)
    {
        var read = Pages.Read("interviews-2024.txt", text);
        Assert.Equal(Pages.Real.Articles.Select(a => Pages.Bare(a.Text)), read.Articles.Select(a => Pages.Bare(a.Text)));
        Assert.Equal(Pages.Real.Articles.Select(a => (a.Department, a.Speaker, a.Reporter)), read.Articles.Select(a => (a.Department, a.Speaker, a.Reporter)));
        Assert.Equal(Damages(Pages.Real), Damages(read));
        Assert.True(read.Articles.All(a => a.Year == 2024 && a.City == "呼和浩特市"), setting);

        static IEnumerable<string> Damages(CorpusContents c) => c.Articles.SelectMany(a => a.Damages.Select(d => $"{d.Kind} {Pages.Bare(d.Span.Of(a.Text))}"));
    }

    [Fact]
    public void GB18030_bytes_read_the_same()
    {
        _ = Pages.Real;
        var read = Pages.Read("interviews-2024.txt", Encoding.GetEncoding("GB18030").GetBytes(Pages.RealText));
        Assert.Equal(Pages.Real.Articles.Select(a => a.Text), read.Articles.Select(a => a.Text));
    }
}
