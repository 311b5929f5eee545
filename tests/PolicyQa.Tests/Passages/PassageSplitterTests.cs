using System.Diagnostics;
using CsCheck;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Tests.Passages;

public sealed class PassageSplitterTests
{
    [Theory]
    [InlineData("办学。修路！好吗？好……", "办学。|修路！|好吗？|好……")]
    [InlineData("他说：“办学。修路。”大家同意。", "他说：“办学。|修路。”|大家同意。")]
    [InlineData("开展“出发！”主题活动。", "开展“出发！”主题活动。")]
    [InlineData("增长3.5%，用 v1.2 版。See Mr. Li now. Good.", "增长3.5%，用 v1.2 版。|See Mr.|Li now.|Good.")]
    [InlineData("第一行\n第二行", "第一行|第二行")]
    [InlineData("（见附件。）下文。", "（见附件。）|下文。")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceBoundaries.Split(text, 0, text.Length).Select(s => s.Of(text))));

    [Fact]
    public void Every_character_stands_in_exactly_one_sentence() =>
        Gen.Char["甲乙丙，；。！？“”…\n 1"].Array[0, 400].Sample(chars =>
        {
            var article = PlainArticle.From("x", "t", new string(chars));
            var sentences = PassageSplitter.Split(article).SelectMany(p => p.Sentences).ToList();
            Assert.All(sentences.Zip(sentences.Skip(1)), p => Assert.True(p.First.End <= p.Second.Start));
            Assert.Equal(Letters(article.Text), Letters(string.Concat(sentences.Select(s => s.Span.Of(article.Text)))));
        });

    [Fact]
    public void Passages_stay_short_and_in_one_section()
    {
        foreach (var article in Pages().Articles)
        {
            var passages = PassageSplitter.Split(article);
            Assert.Equal(Enumerable.Range(0, passages.Count), passages.Select(p => p.Ordinal));
            Assert.All(passages, p => Assert.True(p.Section.Span.Contains(p.Span)));
            Assert.All(passages, p => Assert.True(p.Span.Length <= 220 || p.Sentences.Count == 1));
        }

        static CorpusContents Pages() => Corpus.Pages.Real;
    }

    [Theory]
    [InlineData("要办好学校；", 160)]
    [InlineData("要办好学校，", 600)]
    [InlineData("无", 600)]
    public void Overlong_sentences_are_cut(string unit, int limit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 2000 / unit.Length)) + "。";
        Assert.All(PassageSplitter.Split(PlainArticle.From("x", null, text)).SelectMany(p => p.Sentences), s => Assert.InRange(s.Span.Length, 1, limit));
    }

    [Fact]
    public void A_plain_article_keeps_its_text_as_given()
    {
        var article = PlainArticle.From("7", "题", "第一段。\r\n\r\n  第二段。");
        Assert.Equal(("7", "题", "第一段。\r\n\r\n  第二段。", ArticleKind.Plain), (article.Id, article.Title, article.Text, article.Kind));
        Assert.Equal(["第一段。", "第二段。"], article.Sections.Select(s => s.Span.Of(article.Text)));
        Assert.Empty(PassageSplitter.Split(PlainArticle.From("8", "", "")));
    }

    [Theory]
    [InlineData("今年新建学校五所，改造道路十条。\n")]
    [InlineData("今年新建学校五所，")]
    [InlineData("“今年")]
    public void A_hundred_thousand_characters_split_at_once(string unit)
    {
        var article = PlainArticle.From("x", "t", string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length)));
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(PassageSplitter.Split(article));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
    }

    private static string Letters(string s) => string.Concat(s.Where(char.IsLetterOrDigit));
}
