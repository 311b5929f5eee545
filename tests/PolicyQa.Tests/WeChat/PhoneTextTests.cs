using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using PolicyQa.Answering;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

public sealed partial class PhoneTextTests
{
    private const string Site = "https://qa.example.cn";

    private static readonly string[] Pieces = ["1633名", "https://example.cn/a?b=c&d=e", "😀", "👨‍👩‍👧‍👦", "e\u0301", "]]>", "<a href=\"http://x.cn\">x</a>", "\n"];

    private static readonly Gen<string> Words = Gen.Frequency(
        (6, Gen.String[Gen.Char["今年全市计划实施工业重点项目，创历史新高。；"], 1, 120]),
        (2, Gen.Int[0, 7].Select(i => Pieces[i])),
        (1, Gen.String[0, 30])).List[1, 60].Select(parts => string.Concat(parts));

    private static readonly Gen<Answer> Answers =
        from text in Words
        from headline in Words
        from titles in Words.List[0, 12]
        from suggestions in Words.List[0, 8]
        select Make(text, headline, titles, suggestions);

    [Fact]
    public void No_page_is_over_2000_bytes_or_cut_inside_a_character_or_a_link() => Answers.Sample(answer =>
    {
        var pages = PhoneText.Compose(answer, Site).Pages;
        Assert.NotEmpty(pages);
        Assert.All(pages, page =>
        {
            Assert.True(XmlText.Bytes(page) <= PhoneText.MaxBytes, $"{XmlText.Bytes(page)} bytes");
            Assert.Equal(page, XmlText.Clean(page));
            Assert.Equal(Regex.Count(page, "<a "), Link().Count(page));
            Assert.Equal(Regex.Count(page, "</a>"), Link().Count(page));
            // A family is one character, however many code points.
            Assert.DoesNotContain("👨‍👩‍👧‍", page.Replace("👨‍👩‍👧‍👦", ""));
        });
    });

    [Fact]
    public void Nothing_gets_lost_between_the_pages() => Answers.Sample(answer =>
    {
        var pages = PhoneText.Compose(answer, Site).Pages.Select(p => p.Replace("\n\n（还有内容，回复“续”接着看）", "")).ToList();
        Assert.Contains(Bare(PhoneText.Plain(answer.Text)), Bare(string.Concat(pages.Select(p => BelowSentences().Replace(p, "")))));
        var all = string.Concat(pages);
        Assert.All(answer.Citations, c => Assert.Contains($"#{c.Start}-{c.End}\"", all));
    });

    [Fact]
    public void Markdown_for_the_bot_is_never_over_20480_bytes() => Gen.Select(Answers, Gen.Int[1, 40]).Sample((answer, times) =>
        Encoding.UTF8.GetByteCount(BotMarkdown.Compose(answer with { Text = string.Concat(Enumerable.Repeat(answer.Text, times)) }, Site)) <= BotMarkdown.MaxBytes);

    [Fact]
    public void The_figure_comes_first_then_the_sentence_the_source_and_what_else_one_may_ask()
    {
        var answer = Make("市教育局：补充教科研1633名，秋季开学前全部上岗。[1]", "1633名", ["锚定<目标>"], ["什么时候上岗？"]);
        Assert.Equal(
            """
            1633名

            市教育局：补充教科研1633名，秋季开学前全部上岗。[1]

            （内容出自2024年访谈）

            来源：
            [1] <a href="https://qa.example.cn/articles/a?v=3d13a379#0-7">《锚定＜目标＞》</a> 市教育局 2024年

            还可以问（回复数字）：
            1. 什么时候上岗？
            """.ReplaceLineEndings("\n"),
            PhoneText.Compose(answer, Site).Pages.Single());
    }

    [Fact]
    public void Without_an_address_of_our_own_there_are_no_links() =>
        Assert.DoesNotContain("<a", PhoneText.Compose(Make("正文。[1]", "1名", ["题目"], []), null).Pages[0]);

    [Theory]
    [InlineData("一二三四五", 10, "一二三")]
    [InlineData("投入1633万元", 9, "投入")]
    [InlineData("第一句。第二句也不短", 18, "第一句。")]
    [InlineData("第一句。[1]第二句也不短", 20, "第一句。[1]")]
    [InlineData("a😀😀", 6, "a😀")]
    [InlineData("短", 3, "短")]
    public void A_cut_falls_where_a_reader_would_make_it(string text, int bytes, string expected) => Assert.Equal(expected, text[..TextCut.Fit(text, bytes)]);

    private static Answer Make(string text, string headline, IReadOnlyList<string> titles, IReadOnlyList<string> suggestions) => new()
    {
        Question = "问",
        Status = AnswerStatus.Answered,
        ShortAnswer = headline,
        Text = text,
        Note = "内容出自2024年访谈",
        Suggestions = suggestions,
        Citations = [.. titles.Select((title, i) => new Citation
        {
            Id = i + 1, ArticleId = "a", Title = title, Department = "市教育局", Year = 2024, Excerpt = "摘", Start = i, End = i + 7, SourceHash = "", Damaged = false,
        })],
    };

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("(\n\n来源：|其余来源：|还可以问（|\\[\\d+\\] <a href=\"https://qa).*", RegexOptions.Singleline)]
    private static partial Regex BelowSentences();

    [GeneratedRegex("<a href=\"https://qa\\.example\\.cn/articles/a\\?v=[0-9a-f]{8}#\\d+-\\d+\">《[^<>]*》</a>")]
    private static partial Regex Link();
}
