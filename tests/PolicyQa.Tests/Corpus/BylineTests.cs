using PolicyQa.Corpus;

namespace PolicyQa.Tests.Corpus;

public sealed class BylineTests
{
    [Theory]
    [InlineData("——访市教育局党组书记、局长王文梅", "市教育局", "党组书记、局长", "王文梅")]
    [InlineData("— 专访市水利局局长 周明", "市水利局", "局长", "周明")]
    [InlineData("--对话临江市交通局副局长李想", "临江市交通局", "副局长", "李想")]
    [InlineData("――访谈新城区区长赵晓东", "新城区", "区长", "赵晓东")]
    [InlineData("——记市人大常委会主任孙浩", "市人大常委会", "主任", "孙浩")]
    [InlineData("市水务局局长周明远：", "市水务局", "局长", "周明远")]
    [InlineData("专访市第一中学校长王　梅", "市第一中学", "校长", "王梅")]
    [InlineData("——访市公安局交警支队支队长巴特尔·孟和", "市公安局交警支队", "支队长", "巴特尔·孟和")]
    [InlineData("——访市教育局长王文梅", "市教育局", "局长", "王文梅")]
    [InlineData("——访市住建局党组成员、副局长、一级调研员王强", "市住建局", "党组成员、副局长、一级调研员", "王强")]
    [InlineData("——访城投集团党委书记、董事长陈立", "城投集团", "党委书记、董事长", "陈立")]
    [InlineData("——访市文旅局王小明", "市文旅局", null, "王小明")]
    public void A_byline_names_department_post_and_person(string line, string? department, string? post, string speaker)
    {
        var byline = BylineParser.Parse(line);
        Assert.Equal((department, post, speaker), (byline?.Department, byline?.Post, byline?.Speaker));
    }

    [Theory]
    [InlineData("——贯彻落实全市两会精神访谈")]
    [InlineData("——访谈录之三")]
    [InlineData("——2026年全市重点部门主要负责人对话录")]
    [InlineData("企业——高新技术企业——科技领军企业的梯次培育体系。")]
    [InlineData("市教育局局长王文梅在接受记者采访时表示，今年要办好学校。")]
    [InlineData("市教育局局长王文梅：“今年，我们要办好学校。”")]
    public void A_subtitle_or_a_sentence_is_none(string line) => Assert.Null(BylineParser.Parse(line));

    [Theory]
    [InlineData("●本报记者 苗欣", "苗欣")]
    [InlineData("□ 融媒体记者 张三丰 见习记者 李四", "张三丰、李四")]
    [InlineData("◆记者：王五、赵六", "王五、赵六")]
    [InlineData("□ 实习生 何雨桐 记者 王芳", "何雨桐、王芳")]
    [InlineData("本报记者　王　梅", "王　梅")]
    [InlineData("记者从市教育局获悉", null)]
    [InlineData("记者了解到，今年", null)]
    public void A_reporter_line_gives_names(string line, string? names) => Assert.Equal(names, ReporterLine.Parse(line)?.Names.Replace("王、梅", "王　梅"));

    [Theory]
    [InlineData("本版图片由本报记者 梁静姝 提供", true)]
    [InlineData("一版编辑：黄涵琦 张志君 宁静 美编：白海龙", true)]
    [InlineData("责任编辑：孙丽", true)]
    [InlineData("校对 王芳", true)]
    [InlineData("编辑部门要加强管理，做好服务。", false)]
    [InlineData("设计标准由省厅统一发布，各地执行", false)]
    public void A_colophon_line_is_told_from_text(string line, bool expected) => Assert.Equal(expected, Colophon.IsLine(line));
}
