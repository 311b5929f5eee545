using PolicyQa.Questions;

namespace PolicyQa.Tests.Questions;

public sealed class YearExpressionsTests
{
    [Theory]
    [InlineData("2022年6月3日开赛", 2022, false)]
    [InlineData("2022世界大会在此举办", 2022, false)]
    [InlineData("二〇二二年开工", 2022, false)]
    [InlineData("6月3日开赛,共有十八支队伍", 2022, false)]
    [InlineData("今年开赛", 2022, false)]
    [InlineData("2021年开赛", 2022, true)]
    [InlineData("2021年、2023年都办过", 2022, true)]
    [InlineData("2021年和2022年都办过", 2022, false)]
    [InlineData("票房20225万元", 2022, false)]
    public void A_text_is_of_another_year_only_where_it_names_others_and_not_this_one(string text, int year, bool expected) =>
        Assert.Equal(expected, YearExpressions.OnlyOthers(text, year));
}
