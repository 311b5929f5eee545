using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyQa.Tests.Cli;

public sealed class CommitmentsCommandTests
{
    [Fact]
    public async Task The_table_lists_each_promise_under_its_department()
    {
        var run = await Run("--department", "教育局");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches("市教育局 王文梅 2024年 \\d+ 项", run.Out);
        Assert.Matches("量化  1633名 +秋季开学前  补充教科研1633名", run.Out);
        Assert.DoesNotContain("市科技局", run.Out);
    }

    [Fact]
    public async Task Json_is_as_the_contract_has_it()
    {
        var run = await Run("--format", "json");
        var list = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(list.GetProperty("total").GetInt32(), list.GetProperty("items").GetArrayLength());
        Assert.Contains(list.GetProperty("items").EnumerateArray(), i => i.GetProperty("action").GetString() == "补充" && i.GetProperty("quantities")[0].GetRawText() == """{"value":1633,"unit":"名","bound":"exact"}""");
    }

    [Fact]
    public async Task Csv_begins_with_a_byte_order_mark()
    {
        var run = await Run("--format", "csv");
        Assert.StartsWith("\uFEFF部门,负责人,", run.Out);
    }

    [Fact]
    public async Task A_workbook_is_written_and_reads_back()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "台账.xlsx");
        var run = await Run("--out", file, "--department", "科技局");
        Assert.Equal(0, run.ExitCode);
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToArray();
        Assert.Equal("部门", rows[0].Elements<Cell>().First().InnerText);
        Assert.All(rows[1..], r => Assert.Equal("市科技局", r.Elements<Cell>().First().InnerText));
        Assert.Contains($"{rows.Length - 1} 项", run.Out);
    }

    [Theory]
    [InlineData("--format", "pdf", "--format")]
    [InlineData("--format", "xlsx", "--out")]
    [InlineData("--department", "市交通局", "市交通局")]
    public async Task What_cannot_be_done_is_told_in_one_line(string option, string value, string names)
    {
        var run = await Run(option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(names, run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'), l => l.StartsWith("错误", StringComparison.Ordinal));
        Assert.Empty(run.Out);
    }

    private static async Task<CommandRun> Run(params string[] options)
    {
        using var index = new TemporaryFolder();
        var run = await CommandRun.Of(["commitments", "--corpus", TestEngine.CorpusFolder(), "--index", index.Path, .. options]);
        return run with { Error = string.Concat(run.Error.Split('\n').Where(l => l.StartsWith("错误", StringComparison.Ordinal)).Select(l => l + "\n")) };
    }
}
