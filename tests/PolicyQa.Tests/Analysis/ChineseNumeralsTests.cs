using CsCheck;
using PolicyQa.Analysis;

namespace PolicyQa.Tests.Analysis;

public sealed class ChineseNumeralsTests
{
    [Theory]
    [InlineData("1633", 1633)]
    [InlineData("1,633", 1633)]
    [InlineData("1.5万", 15000)]
    [InlineData("一千六百三十三", 1633)]
    [InlineData("三百二十二", 322)]
    [InlineData("十", 10)]
    [InlineData("二十", 20)]
    [InlineData("两", 2)]
    [InlineData("二〇二四", 2024)]
    [InlineData("一百〇三", 103)]
    [InlineData("三万五千", 35000)]
    public void Figures_are_read_as_papers_write_them(string figure, double value) =>
        Assert.Equal((decimal)value, ChineseNumerals.Parse(figure));

    [Theory]
    [InlineData("")]
    [InlineData("教师")]
    [InlineData("12教")]
    [InlineData("一亿亿亿亿亿")]
    [InlineData("9亿亿亿亿亿")]
    public void What_is_no_figure_has_no_value(string text) => Assert.Null(ChineseNumerals.Parse(text));

    [Fact]
    public void Small_values_survive_the_way_to_numerals_and_back() =>
        Gen.Int[0, 99].Sample(n => ChineseNumerals.Parse(ChineseNumerals.ToHan(n)!) == n);
}
