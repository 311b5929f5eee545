using CsCheck;
using PolicyQa.App.Publishing;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Publishing;

public sealed class FileNameRuleTests
{
    [Theory]
    [InlineData("访谈2024.txt")]
    [InlineData("全市 访谈（二）.md")]
    [InlineData("a.HTML")]
    public void A_plain_name_is_taken(string name) => Assert.Equal((name, null), FileNameRule.Check(name));

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("..\\a.txt")]
    [InlineData("/etc/a.txt")]
    [InlineData("lexicon/a.txt")]
    [InlineData("C:a.txt")]
    [InlineData(".a.txt")]
    [InlineData("a.txt.")]
    [InlineData("a\0.txt")]
    [InlineData("a\u202Etxt.exe.txt")]
    [InlineData("a\u200B.txt")]
    [InlineData("a\uD800.txt")]
    [InlineData("source.json")]
    [InlineData("Source.JSON")]
    [InlineData("a.pdf")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_refused_in_words(string? name)
    {
        var (taken, fault) = FileNameRule.Check(name);
        Assert.Null(taken);
        Assert.NotEmpty(fault!);
    }

    [Fact]
    public void Too_long_for_a_file_system_is_refused() => Assert.NotNull(FileNameRule.Check(new string('长', 90) + ".txt").Fault);

    [Fact]
    public void Whatever_is_taken_stays_in_its_folder_and_is_read_as_a_page() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["./\\:.. txt"]), 0, 12].Select(s => s + ".txt").Sample(name =>
        {
            if (FileNameRule.Check(name).Name is not { } taken) return;
            var root = Path.GetFullPath("corpus");
            Assert.Equal(root, Path.GetDirectoryName(Path.GetFullPath(Path.Combine(root, taken))));
            Assert.True(CorpusFolder.IsPage(taken));
        });
}
