using CsCheck;
using PolicyQa.Analysis;
using PolicyQa.Answering;

namespace PolicyQa.Tests.Answering;

public sealed class FinderTests
{
    [Theory]
    [InlineData("补充教科研1633名", "1633名")]
    [InlineData("引进人才100名以上", "100名以上")]
    [InlineData("至少5个技术", "至少5个")]
    [InlineData("提供6类10项以上", "6类|10项以上")]
    [InlineData("四个方面", "四个")]
    [InlineData("2024年是关键一年", "")]
    [InlineData("市第一医院", "")]
    [InlineData("“1+2+N”联盟", "")]
    [InlineData("三年行动", "三年")]
    [InlineData("一批一个一所", "")]
    [InlineData("投资28.6亿元,增长12%", "28.6亿元|12%")]
    [InlineData("5月3日", "")]
    [InlineData("突破千亿元", "")]
    [InlineData("1,633名", "1,633名")]
    public void Quantities_are_figures_with_their_bounds_and_units(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', QuantityFinder.Find(text).Select(q => q.Span.Of(text))));

    [Theory]
    [InlineData("年底前全部达标", "年底前")]
    [InlineData("秋季开学前全部上岗", "秋季开学前")]
    [InlineData("上半年抓投产、下半年抓纳统", "上半年|下半年")]
    [InlineData("2025年6月底前完工", "2025年6月底前")]
    [InlineData("3个工作日内办结", "3个工作日内")]
    [InlineData("开到晚上9点", "晚上9点")]
    [InlineData("十一是实施行动", "")]
    public void Times_are_found_with_their_tails(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', TimeFinder.Find(text).Select(s => s.Of(text))));

    [Fact]
    public void No_text_breaks_a_finder_and_every_span_lies_in_the_text() =>
        Gen.String[Gen.OneOf(Gen.Char['一', '龥'], Gen.Char['0', '9'], Gen.Char["年月日个万亿元前.,“”十"]), 0, 60].Sample(raw =>
        {
            var text = CharacterFolding.Fold(raw);
            return QuantityFinder.Find(text).All(q => q.Span.Start >= 0 && q.Span.End <= text.Length && q.Span.Contains(q.Number))
                && TimeFinder.Find(text).All(s => s.Length > 0 && s.End <= text.Length)
                && Clauses.Of(text).All(c => c.Length > 0 && Clauses.At(text, c.Start) == c);
        });

    [Fact]
    public void Balanced_quotes_stay_inside_the_text_and_hold_the_span_or_its_core() =>
        Gen.Select(Gen.String[Gen.Char["“”《》（）甲乙丙"], 2, 30], Gen.Int[0, 29], Gen.Int[1, 30]).Sample((text, a, b) =>
        {
            var start = a % text.Length;
            var end = start + 1 + b % (text.Length - start);
            var span = Quotes.Balance(text, new PolicyQa.Corpus.TextSpan(start, Math.Min(end, text.Length)));
            return span.Start >= 0 && span.End <= text.Length && span.Length > 0;
        });
}
