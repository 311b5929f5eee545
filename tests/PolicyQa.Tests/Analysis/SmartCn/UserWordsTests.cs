using PolicyQa.Analysis.SmartCn;

namespace PolicyQa.Tests.Analysis.SmartCn;

public sealed class UserWordsTests
{
    [Theory]
    [InlineData("支持蒙科聚平台", "蒙科聚", "支持|蒙科聚|平台")]
    [InlineData("支持蒙科\n聚平台", "蒙科聚", "支持|蒙科聚|平台")]
    [InlineData("专精特新企业", "专精特新", "专精特新|企业")]
    [InlineData("固定资产", "固定资产", "固定资产")]
    [InlineData("建设５Ｇ基站", "5G基站", "建设|5g基站")]
    [InlineData("a new  york b", "New York", "a|new york|b")]
    [InlineData("a new york b", "newyork", "a|new|york|b")]
    [InlineData("5Gs", "5G", "5|gs")]
    public void A_word_of_the_lexicon_stays_whole(string text, string word, string terms)
    {
        using var analyzer = With(new UserWord(word));
        Assert.Equal(terms, analyzer.Terms(text));
    }

    [Fact]
    public void Offsets_cover_the_word_as_it_stands_in_the_text()
    {
        using var analyzer = With(new UserWord("蒙科聚"));
        Assert.Equal([new Token("蒙科聚", 1, 6, 2), new Token("平台", 7, 9, 2)], analyzer.Tokens("“蒙科 \n聚”平台"));
    }

    [Fact]
    public void Words_that_do_not_occur_change_nothing()
    {
        using var plain = new SmartChineseAnalyzer();
        using var analyzer = With(new UserWord("蒙科聚"), new UserWord("医共体"));
        Assert.All(
            GoldenCases.Read(Path.Combine(AppContext.BaseDirectory, "Golden", "smartcn.jsonl")).Select(c => c.Text).Where(t => !t.Contains('蒙') && !t.Contains('医')),
            text => Assert.Equal(plain.Tokens(text), analyzer.Tokens(text)));
    }

    [Fact]
    public void A_light_word_yields_to_the_dictionary()
    {
        using var light = With(new UserWord("育局今", 0));
        Assert.DoesNotContain(light.Tokens("市教育局今年引进教师"), t => t.Term == "育局今");
    }

    [Fact]
    public void Of_two_entries_the_heavier_counts()
    {
        var words = new UserWords([new UserWord("蒙科聚", 5), new UserWord("蒙科聚", 9), new UserWord("医共体")]);
        Assert.Equal(2, words.Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("蒙", 1)]
    [InlineData(" 蒙 ", 1)]
    [InlineData("蒙科聚", -1)]
    [InlineData("蒙科聚", UserWord.MaxWeight + 1)]
    public void Words_that_cannot_be_used_are_refused(string text, int weight) =>
        Assert.Throws<ArgumentException>(() => new UserWords([new UserWord(text, weight)]));

    private static SmartChineseAnalyzer With(params UserWord[] words) => new(new SmartCnOptions { UserWords = new UserWords(words) });
}
