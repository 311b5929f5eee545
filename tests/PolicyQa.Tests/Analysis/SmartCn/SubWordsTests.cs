using CsCheck;
using PolicyQa.Analysis.SmartCn;

namespace PolicyQa.Tests.Analysis.SmartCn;

public sealed class SubWordsTests
{
    private static readonly SmartCnOptions _subWords = new() { SubWords = true };

    [Fact]
    public void Words_inside_a_longer_word_stand_at_its_position()
    {
        using var analyzer = new SmartChineseAnalyzer(_subWords);
        var tokens = analyzer.Tokens("高新技术企业");
        Assert.Equal(new Token("高新技术", 0, 4, 1), tokens[0]);
        Assert.Contains(new Token("技术", 2, 4, 0), tokens);
        Assert.Equal(new Token("企业", 4, 6, 1), tokens[^1]);
    }

    [Fact]
    public void Offsets_are_exact_across_a_line_break()
    {
        using var analyzer = new SmartChineseAnalyzer(_subWords);
        Assert.Contains(new Token("技术", 2, 5, 0), analyzer.Tokens("高新技\n术企业"));
    }

    [Fact]
    public void Words_of_the_lexicon_have_sub_words_and_are_sub_words_once()
    {
        using var analyzer = new SmartChineseAnalyzer(_subWords with { UserWords = new UserWords([new UserWord("高新技术企业"), new UserWord("新技术"), new UserWord("技术")]) });
        var tokens = analyzer.Tokens("高新技术企业");
        Assert.Equal(new Token("高新技术企业", 0, 6, 1), tokens[0]);
        Assert.Contains(new Token("高新技术", 0, 4, 0), tokens);
        Assert.Contains(new Token("新技术", 1, 4, 0), tokens);
        Assert.Contains(new Token("企业", 4, 6, 0), tokens);
        Assert.Single(tokens, t => t.Term == "技术");
    }

    [Fact]
    public void Nothing_but_sub_words_is_added()
    {
        using var plain = new SmartChineseAnalyzer();
        using var analyzer = new SmartChineseAnalyzer(_subWords);
        foreach (var (_, text, expected) in GoldenCases.Read(Path.Combine(AppContext.BaseDirectory, "Golden", "smartcn.jsonl")))
        {
            var tokens = analyzer.Tokens(text);
            Assert.Equal(expected, tokens.Where(t => t.PositionIncrement > 0));

            // What an index demands.
            Assert.Equal(tokens.Select(t => t.Start), tokens.Select(t => t.Start).Order());
        }
    }

    [Fact]
    public void A_sub_word_lies_inside_the_word_before_it()
    {
        using var analyzer = new SmartChineseAnalyzer(_subWords);
        Gen.Char["中华人民共和国内蒙古自治区高新技术产业开发区 \n"].Array[0, 100].Select(chars => new string(chars)).Sample(text =>
        {
            var whole = new Token("", 0, 0, 1);
            foreach (var token in analyzer.Tokens(text))
            {
                if (token.PositionIncrement > 0)
                {
                    whole = token;
                }
                else
                {
                    Assert.InRange(token.Start, whole.Start, whole.End);
                    Assert.InRange(token.End, token.Start + 2, whole.End);
                    Assert.True(token.Term.Length >= 2 && token.Term.Length < whole.Term.Length);
                }
            }
        });
    }
}
