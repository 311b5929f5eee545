using CsCheck;
using PolicyQa.Analysis;

namespace PolicyQa.Tests.Analysis;

public sealed class CharacterFoldingTests
{
    [Theory]
    [InlineData("市教育局今年招多少老師", "市教育局今年招多少老师")]
    [InlineData("２０２４年，１００％", "2024年,100%")]
    [InlineData("PM2.5 ＡＩ", "pm2.5 ai")]
    [InlineData("衛生健康委員會", "卫生健康委员会")]
    [InlineData("⾼⻓", "高长")]
    public void Width_case_tradition_and_radicals_are_folded(string text, string expected) =>
        Assert.Equal(expected, CharacterFolding.Fold(text));

    [Fact]
    public void Folding_never_moves_an_offset_and_folding_twice_changes_nothing() =>
        Gen.String.Sample(text =>
        {
            var folded = CharacterFolding.Fold(text);
            return folded.Length == text.Length && CharacterFolding.Fold(folded) == folded;
        });
}
