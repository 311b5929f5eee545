using CsCheck;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Corpus;

public sealed class JoiningTests
{
    private const string Head = "办好群众身边的实事\n\n——访市城管局局长钱大勇\n\n●本报记者 吴越\n\n";

    private static readonly Gen<string> Clause = Gen.Char["路灯绿地公厕改造街区环境卫生设施管护便民老旧小区停车位增建补齐短板"].Array[4, 14].Select(c => new string(c));

    private static readonly Gen<string> Paragraph =
        Gen.Select(Clause.Array[1, 4], Clause.Array[1, 4], (a, b) => $"{string.Join('，', a)}。其中“{b[0]}”{string.Join('、', b)}。");

    [Fact]
    public void Paragraphs_broken_anywhere_come_back_whole() =>
        Gen.Select(Paragraph.Array[1, 6], Gen.Int[0, 1 << 20], Gen.Bool).Sample((paragraphs, seed, blank) =>
        {
            var broken = string.Join("\n\n", paragraphs.Select((p, i) => Break($"{"一二三四五六"[i]}是{p}", seed + i * 31, blank ? "\n\n" : "\n")));
            var article = Assert.Single(Pages.Read("p.txt", Head + broken).Articles);
            Assert.Equal(Pages.Bare(Head + broken), Pages.Bare(article.Text));
            Assert.Equal(paragraphs.Select((p, i) => $"{"一二三四五六"[i]}是{p}"), article.Sections.Where(s => s.Label is not null).Select(s => s.Span.Of(article.Text)));
            Assert.Empty(article.Damages);
        }, iter: 300);

    /// <summary>Breaks after the label, at a place that is no sentence end: only there can joining know better.</summary>
    private static string Break(string paragraph, int seed, string newLine)
    {
        var at = 3 + seed % (paragraph.Length - 4);
        return paragraph[at - 1] is '。' or '”' ? paragraph : paragraph[..at] + newLine + paragraph[at..];
    }

    [Theory]
    [InlineData("一是推进统\n\n一是大势所趋的事。\n\n二是办事。", "一是 二是")]
    [InlineData("一是办学。\n\n第一医院要建好。\n\n二是办医。", "一是 二是")]
    [InlineData("抓三件事：一是办学；二是办医；三是修路。", "一是 二是 三是")]
    [InlineData("一是办学，要做到：一要稳；二要快。\n\n二是办医。", "一是 二是")]
    [InlineData("首先要感谢大家。今年重点是修路。", "")]
    [InlineData("一、夯实基础\n\n今年修路十条。\n\n二、改善民生\n\n今年办学五所。", "一、夯实基础 二、改善民生")]
    [InlineData("在教育方面，新建学校五所。\n\n在医疗方面，新建医院两所。\n\n一方面，要快。", "在教育方面 在医疗方面")]
    public void Sections_open_only_at_real_labels(string body, string labels)
    {
        var article = Assert.Single(Pages.Read("p.txt", Head + body).Articles);
        Assert.Equal(labels, string.Join(' ', article.Sections.Select(s => s.Label).OfType<string>()));
        Assert.Empty(article.Damages);
    }

    [Theory]
    [InlineData("今年修路十条。\n\n一是办好", DamageKind.CutOff)]
    [InlineData("大家都说“好。今年修路十条。", DamageKind.DanglingQuote)]
    [InlineData("，今年修路十条。", DamageKind.LostStart)]
    public void A_sentence_that_does_not_close_is_marked(string body, DamageKind kind) =>
        Assert.Equal(kind, Assert.Single(Assert.Single(Pages.Read("p.txt", Head + body).Articles).Damages).Kind);

    [Fact]
    public void A_formula_that_two_interviews_share_belongs_to_both()
    {
        const string Formula = "系统将迅速掀起贯彻落实全市两会精神热潮，以高质量发展为主线，全力以赴抓好落实";
        var page = Head + $"钱大勇表示，城管{Formula}⏎⏎工作部署，让城市更美。\n\n办好水利\n\n——访市水利局局长孙立\n\n孙立表示，水利{Formula}，让河更清。";
        Assert.All(Pages.Read("p.txt", page.Replace('⏎', '\n')).Articles, a => Assert.Empty(a.Damages));
    }

    [Theory]
    [InlineData("2024年工作要点.txt", "要办好学校。", 2024)]
    [InlineData("a.txt", "到2030年，全面建成。2023年取得的成绩来之不易。2025年，我们将继续努力。", 2025)]
    [InlineData("a.txt", "要办好学校。", null)]
    public void The_year_is_the_one_the_page_speaks_in(string name, string text, int? year) => Assert.Equal(year, Assert.Single(Pages.Read(name, text).Articles).Year);
}
