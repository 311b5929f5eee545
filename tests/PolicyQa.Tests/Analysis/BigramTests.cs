using CsCheck;
using Lucene.Net.Analysis.TokenAttributes;
using PolicyQa.Analysis;

namespace PolicyQa.Tests.Analysis;

public sealed class BigramTests
{
    [Theory]
    [InlineData("教师1633名", "教师 1633 名")]
    [InlineData("一", "一")]
    [InlineData("1.5万元、1,633名", "1.5 万元 1,633 名")]
    [InlineData("AI教育大数据", "ai 教育 育大 大数 数据")]
    [InlineData("……", "")]
    public void Han_runs_become_bigrams_and_figures_stay_whole(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Scan(CharacterFolding.Fold(text))));

    [Fact]
    public void Lucene_sees_the_same_terms_at_the_same_places_as_the_scanner() =>
        Gen.String[Gen.OneOf(Gen.Char['一', '十'], Gen.Char['a', 'e'], Gen.Char['0', '9'], Gen.Char[".,， "]), 0, 40].Sample(text =>
            Scan(CharacterFolding.Fold(text)).SequenceEqual(Tokens(text).Select(t => t.Term)) && Tokens(text).All(t => CharacterFolding.Fold(text)[t.Start..t.End] == t.Term));

    private static List<string> Scan(string folded)
    {
        List<string> terms = [];
        var scanner = new BigramScanner(folded);
        while (scanner.MoveNext()) terms.Add(folded.Substring(scanner.Start, scanner.Length));
        return terms;
    }

    private static List<(string Term, int Start, int End)> Tokens(string text)
    {
        using var analyzer = new BigramAnalyzer();
        using var stream = analyzer.GetTokenStream("f", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        List<(string, int, int)> tokens = [];
        stream.Reset();
        while (stream.IncrementToken()) tokens.Add((term.ToString()!, offset.StartOffset, offset.EndOffset));
        stream.End();
        return tokens;
    }
}
