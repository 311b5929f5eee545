using CsCheck;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using PolicyQa.Analysis;
using PolicyQa.Tests.Corpus;

namespace PolicyQa.Tests.Analysis;

public sealed class WordAnalyzerTests
{
    private static readonly WordAnalyzer Analyzer = new(["蒙科聚", "青城医疗", "高新技术企业"]);

    [Theory]
    [InlineData("完成水利投资28.6亿元", "28.6")]
    [InlineData("增长12.5％以上", "12.5%")]
    [InlineData("提高百分之五", "5%")]
    [InlineData("補充１，６３３名教師", "1633")]
    [InlineData("補充１，６３３名教師", "教师")]
    [InlineData("三百二十二户企业", "322")]
    [InlineData("二〇二四年目标", "2024")]
    [InlineData("建好“蒙科聚”平台", "蒙科聚")]
    [InlineData("“青城医疗”公众号", "青城医疗")]
    [InlineData("建設高新技術企業", "技术")]
    [InlineData("建設高新技術企業", "高新技术企业")]
    public void Figures_and_lexicon_words_stay_whole_and_shorter_words_stand_beside_them(string text, string term) =>
        Assert.Contains(term, Tokens(Analyzer, text).Select(t => t.Term));

    [Theory]
    [InlineData("28.6亿元", "6")]
    [InlineData("三百二十二户", "三百")]
    [InlineData("100%", "100")]
    public void A_figure_is_not_cut(string text, string part) => Assert.DoesNotContain(part, Tokens(Analyzer, text).Select(t => t.Term));

    [Fact]
    public void Offsets_point_into_the_original_text_whatever_it_is() =>
        Gen.String[Gen.OneOf(Gen.Char['一', '龥'], Gen.Char['0', '9'], Gen.Char["学術技ＡＢ％，,.。“”百千万三四户名年 \n"], Gen.Char), 0, 60].Sample(text =>
        {
            var last = 0;
            foreach (var (_, start, end, increment) in Tokens(Analyzer, text))
            {
                if (start < 0 || end > text.Length || start >= end || increment < 0 || start < last - 40) return false;
                last = start;
            }

            return true;
        });

    [Fact]
    public void What_the_index_holds_is_words_beside_bigrams()
    {
        using var both = new IndexAnalyzer(Analyzer);
        var terms = Tokens(both, "高新技术企业").Select(t => t.Term).ToArray();
        Assert.Contains("高新技术企业", terms);
        Assert.Contains("技术", terms);
        Assert.Contains("新技", terms);
    }

    [Fact]
    public void The_pages_teach_departments_people_and_quoted_terms()
    {
        var learnt = LearntWords.Of(Pages.Real.Articles, Lexicon.Default);
        Assert.Superset(new HashSet<string> { "市教育局", "教育局", "王文梅", "武子瞻", "蒙科聚", "青城医疗", "市发展和改革委员会" }, learnt.ToHashSet());
    }

    [Fact]
    public void One_analyzer_serves_many_threads() =>
        Parallel.For(0, 64, i => Assert.Contains("技术", Tokens(Analyzer, $"高新技术企业{i}家").Select(t => t.Term)));

    private static List<(string Term, int Start, int End, int Increment)> Tokens(Analyzer analyzer, string text)
    {
        using var stream = analyzer.GetTokenStream("f", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var position = stream.GetAttribute<IPositionIncrementAttribute>();
        List<(string, int, int, int)> tokens = [];
        stream.Reset();
        while (stream.IncrementToken()) tokens.Add((term.ToString()!, offset.StartOffset, offset.EndOffset, position.PositionIncrement));
        stream.End();
        return tokens;
    }
}
