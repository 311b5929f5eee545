using PolicyQa.Commitments;

namespace PolicyQa.Tests.Commitments;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("年底前完成", "年底前", "", "2025-12-31")]
    [InlineData("年内完成", "年内", "", "2025-12-31")]
    [InlineData("上半年完成", "上半年", "2025-01-01", "2025-06-30")]
    [InlineData("下半年启动", "下半年", "2025-07-01", "2025-12-31")]
    [InlineData("秋季开学前上岗", "秋季开学前", "", "2025-09-01")]
    [InlineData("6月底前完工", "6月底前", "", "2025-06-30")]
    [InlineData("10月前完工", "10月前", "", "2025-09-30")]
    [InlineData("9月投用", "9月", "2025-09-01", "2025-09-30")]
    [InlineData("5月31日前完成", "5月31日前", "", "2025-05-31")]
    [InlineData("自7月1日起执行", "7月1日起", "2025-07-01", "")]
    [InlineData("第三季度开工", "第三季度", "2025-07-01", "2025-09-30")]
    [InlineData("一季度末完成", "一季度末", "", "2025-03-31")]
    [InlineData("国庆节前开放", "国庆节前", "", "2025-10-01")]
    [InlineData("“五一”前开放", "“五一”前", "", "2025-05-01")]
    [InlineData("2027年底前建成", "2027年底前", "", "2027-12-31")]
    [InlineData("明年6月底前建成", "明年6月底前", "", "2026-06-30")]
    [InlineData("3年内建成", "3年内", "", "2027-12-31")]
    [InlineData("主汛期前完成", "主汛期前", "", "")]
    public void A_deadline_is_a_date_where_the_year_makes_it_one(string text, string written, string from, string to)
    {
        var (_, deadline) = Assert.Single(DeadlineFinder.Find(text, text, 2025));
        Assert.Equal((written, from, to), (deadline.Text, Day(deadline.From), Day(deadline.To)));
    }

    [Theory]
    [InlineData("24小时内响应")]
    [InlineData("3个工作日内办结")]
    [InlineData("每季度公布一次")]
    [InlineData("基础设施提升三年行动")]
    [InlineData("开放至晚上9点")]
    [InlineData("“十四五”收官")]
    public void How_fast_and_how_often_are_no_deadlines(string text) => Assert.Empty(DeadlineFinder.Find(text, text, 2025));

    [Fact]
    public void Without_a_year_a_deadline_has_no_date() =>
        Assert.Equal(new Deadline("年底前", null, null), Assert.Single(DeadlineFinder.Find("年底前完成", "年底前完成", null)).Deadline);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";
}
