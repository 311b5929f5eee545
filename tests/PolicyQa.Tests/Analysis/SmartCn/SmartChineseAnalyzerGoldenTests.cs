using PolicyQa.Analysis.SmartCn;

namespace PolicyQa.Tests.Analysis.SmartCn;

public sealed class SmartChineseAnalyzerGoldenTests
{
    private const string Variable = "POLICYQA_SMARTCN_GOLDEN";

    private static readonly string _sample = Path.Combine(AppContext.BaseDirectory, "Golden", "smartcn.jsonl");

    [Theory]
    [InlineData("sent_seed")]
    [InlineData("sent_cmrc2018")]
    [InlineData("sent_cmrc2018_q")]
    [InlineData("sent_drcd_trad")]
    [InlineData("doc_english")]
    [InlineData("doc_wrapped")]
    [InlineData("doc_fuzz")]
    [InlineData("odd_java")]
    public void Emits_exactly_what_Lucene_emits(string set) =>
        AssertAll(GoldenCases.Read(_sample).Where(c => c.Set == set));

    [Fact]
    public void Emits_exactly_what_Lucene_emits_for_every_case_of_a_given_file()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(path), $"{Variable} names no file of golden cases");
        AssertAll(GoldenCases.Read(path!));
    }

    private static void AssertAll(IEnumerable<(string Set, string Text, List<Token> Tokens)> cases)
    {
        using var analyzer = new SmartChineseAnalyzer();
        var count = 0;
        foreach (var (_, text, expected) in cases)
        {
            Assert.Equal(expected, analyzer.Tokens(text));
            count++;
        }

        Assert.NotEqual(0, count);
    }
}
