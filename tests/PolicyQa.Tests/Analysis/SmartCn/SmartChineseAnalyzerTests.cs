using CsCheck;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.CharFilters;
using PolicyQa.Analysis.SmartCn;

namespace PolicyQa.Tests.Analysis.SmartCn;

public sealed class SmartChineseAnalyzerTests
{
    private static readonly Gen<string> _chinese = Gen.OneOf(
        Gen.Char["市教育局今年要引进多少名高新技术企业人才内蒙古自治区呼和浩特"],
        Gen.Char['\u4E00', '\u9FA5'],
        Gen.Char[" \n，。！？.,aB3Ｃ４“”〇①\t\u3000"]).Array[0, 300].Select(chars => new string(chars));

    // Any UTF-16, lone surrogates and U+FFFF included.
    private static readonly Gen<string> _anything = Gen.OneOf(
        Gen.Char['\0', '\uFFFF'],
        Gen.Char['\uD800', '\uDFFF'],
        Gen.Char[".!?\"') \u2029\u0964\u200D高新"]).Array[0, 2500].Select(chars => new string(chars));

    [Fact]
    public void Drops_punctuation_and_keeps_the_gap()
    {
        using var analyzer = new SmartChineseAnalyzer();
        var tokens = analyzer.Tokens("教育，科技。", out var end);
        Assert.Equal([new Token("教育", 0, 2, 1), new Token("科技", 3, 5, 2)], tokens);
        Assert.Equal(new Token("", 6, 6, 1), end);
    }

    [Theory]
    [InlineData("Running ＡＢＣ１２３ teachers", "run|abc|123|teacher")]
    [InlineData("教\n育 局", "教育局")]
    [InlineData("\U0001F600教育", "\U0001F600|教育")]
    [InlineData("", "")]
    [InlineData(" \u3000\n", "")]
    public void Writes_terms_as_the_specification_says(string text, string terms)
    {
        using var analyzer = new SmartChineseAnalyzer();
        Assert.Equal(terms, analyzer.Terms(text));
    }

    [Fact]
    public void Lone_surrogates_are_terms_as_they_stand()
    {
        using var analyzer = new SmartChineseAnalyzer();
        Assert.Equal("\uDE00|教育|\uD83D", analyzer.Terms("\uDE00教育\uD83D"));
    }

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void Reads_texts_of_any_length_to_their_end(int length)
    {
        using var analyzer = new SmartChineseAnalyzer();
        var text = string.Concat(Enumerable.Repeat("教育", length))[..length];
        var tokens = analyzer.Tokens(text, out var end);
        Assert.Equal(length, end.End);
        Assert.Equal(text, string.Concat(tokens.Select(t => t.Term)));
    }

    [Fact]
    public void A_text_left_unfinished_leaves_no_trace_in_the_next()
    {
        using var analyzer = new SmartChineseAnalyzer();
        var fresh = analyzer.Tokens("科技，创新");
        using (var stream = analyzer.GetTokenStream("text", "，，，教育局今年引进教师"))
        {
            stream.Reset();
            Assert.True(stream.IncrementToken());
        }

        Assert.Equal(fresh, analyzer.Tokens("科技，创新"));
    }

    [Fact]
    public void All_threads_share_one_model()
    {
        using var analyzer = new SmartChineseAnalyzer();
        var cases = GoldenCases.Read(Path.Combine(AppContext.BaseDirectory, "Golden", "smartcn.jsonl")).Where(c => c.Set != "odd_java").ToList();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            foreach (var (_, text, expected) in cases)
            {
                Assert.Equal(expected, analyzer.Tokens(text));
            }
        });
    }

    [Fact]
    public void Offsets_point_into_the_original_behind_a_char_filter()
    {
        var map = new NormalizeCharMap.Builder();
        map.Add("㎡", "平方米");
        var mapping = map.Build();
        using var analyzer = Analyzer.NewAnonymous(
            (_, reader) => new TokenStreamComponents(new SmartCnTokenizer(reader)),
            (_, reader) => new MappingCharFilter(mapping, reader));
        var tokens = analyzer.Tokens("㎡教育", out var end);
        Assert.Equal(new Token("教育", 1, 3, 1), tokens[^1]);
        Assert.Equal(3, end.End);
    }

    [Fact]
    public void Offsets_ascend_and_Han_words_are_the_text_they_cover()
    {
        using var analyzer = new SmartChineseAnalyzer();
        _chinese.Sample(text =>
        {
            var last = 0;
            foreach (var token in analyzer.Tokens(text))
            {
                Assert.InRange(token.Start, last, token.End - 1);
                Assert.InRange(token.End, 0, text.Length);
                last = token.End;
                if (token.Term[0] is >= '\u4E00' and <= '\u9FA5')
                {
                    Assert.Equal(token.Term, string.Concat(text[token.Start..token.End].Where(c => !char.IsWhiteSpace(c))));
                }
            }
        });
    }

    [Fact]
    public void Any_UTF16_text_is_cut_within_its_bounds()
    {
        using var analyzer = new SmartChineseAnalyzer();
        _anything.Sample(
            text =>
            {
                var last = 0;
                foreach (var token in analyzer.Tokens(text, out var end))
                {
                    Assert.InRange(token.Start, last, token.End - 1);
                    last = token.End;
                    Assert.Equal(text.Length, end.End);
                }

                Assert.InRange(last, 0, text.Length);
            },
            iter: 300);
    }

    [Fact]
    public async Task The_dictionary_can_be_read_ahead_and_carries_its_licence()
    {
        await SmartChineseAnalyzer.PreloadAsync();
        var resources = typeof(SmartChineseAnalyzer).Assembly.GetManifestResourceNames();
        Assert.Contains("smartcn.LICENSE.txt", resources);
        Assert.Contains("smartcn.NOTICE.md", resources);
    }
}
