using System.Text.Json;

namespace PolicyQa.Tests.Cli;

/// <summary>ask --explain over the repository's own corpus, with an index of its own.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_person_reads_in_Chinese_how_the_answer_came_about()
    {
        var run = await Ask("市教育局今年引进多少外籍教师", "--explain");
        Assert.Equal(1, run.ExitCode);
        foreach (var heading in new[] { "没有找到", "对问题的理解", "题型：数量（多少）", "部门：市教育局", "检索到的文章", "检索到的段落", "候选句", "候选答案", "把关：", "“外籍”", "门槛：0.45", "不作答——" })
            Assert.Contains(heading, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_option_nothing_is_explained() =>
        Assert.DoesNotContain("对问题的理解", (await Ask("市教育局今年要引进多少教师")).Out, StringComparison.Ordinal);

    [Fact]
    public async Task A_program_reads_it_as_JSON()
    {
        var plain = JsonDocument.Parse((await Ask("市教育局今年要引进多少教师", "--json")).Out).RootElement;
        Assert.False(plain.TryGetProperty("explanation", out _));
        var why = JsonDocument.Parse((await Ask("市教育局今年要引进多少教师", "--json", "--explain")).Out).RootElement.GetProperty("explanation");
        Assert.Equal("quantity", why.GetProperty("question").GetProperty("kind").GetString());
        Assert.Equal("answered", why.GetProperty("verdict").GetProperty("reason").GetString());
        Assert.Equal("1633名", why.GetProperty("spans")[0].GetProperty("text").GetString());
    }

    private Task<CommandRun> Ask(params string[] line) =>
        CommandRun.Of(["ask", .. line, "--corpus", TestEngine.CorpusFolder(), "--index", folder.Path], cancellationToken: TestContext.Current.CancellationToken);
}
