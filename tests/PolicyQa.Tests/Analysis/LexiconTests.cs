using PolicyQa.Analysis;

namespace PolicyQa.Tests.Analysis;

public sealed class LexiconTests
{
    [Fact]
    public void A_bad_line_is_reported_by_number_and_skipped_and_the_rest_counts()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "lexicon"));
        File.WriteAllText(Path.Combine(folder.Path, "lexicon", "a.txt"), "# 说明\n公园 = 绿地，游园\n这一行，写错了\n体育馆 ＝ 球馆\n云端草原行动\n");

        var lexicon = Lexicon.Read(folder.Path);

        var problem = Assert.Single(lexicon.Problems);
        Assert.Equal(("lexicon/a.txt", 3), (problem.Path, problem.Line));
        Assert.Contains("绿地", lexicon.Synonyms("公园"));
        Assert.Contains("体育馆", lexicon.Synonyms("球馆"));
        Assert.Contains("云端草原行动", lexicon.OwnWords);
    }

    [Theory]
    [InlineData("= 词")]
    [InlineData("词 =")]
    [InlineData("词 = 甲 = 乙")]
    [InlineData("词 = 甲 乙")]
    [InlineData("两个 词")]
    [InlineData("词；词")]
    public void A_line_that_is_neither_a_group_nor_a_word_is_bad(string line)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "lexicon"));
        File.WriteAllText(Path.Combine(folder.Path, "lexicon", "a.txt"), line);
        Assert.Equal(1, Assert.Single(Lexicon.Read(folder.Path).Problems).Line);
    }

    [Fact]
    public void A_lexicon_that_is_no_text_is_reported_and_the_shipped_words_stay()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "lexicon"));
        File.WriteAllBytes(Path.Combine(folder.Path, "lexicon", "a.txt"), [0xFF, 0xC0, 0x80]);

        var lexicon = Lexicon.Read(folder.Path);

        Assert.Single(lexicon.Problems);
        Assert.Contains("教师", lexicon.Synonyms("老师"));
    }
}
