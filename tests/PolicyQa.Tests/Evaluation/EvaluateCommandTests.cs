using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PolicyQa.Tests.Cli;

namespace PolicyQa.Tests.Evaluation;

/// <summary>The verb end to end; what the engine answers is tested elsewhere.</summary>
public sealed class EvaluateCommandTests
{
    private const string Questions = """
        {"id":"q1","question":"教师有多少名？","answers":["1633名"],"passage_id":"p1"}
        {"id":"q2","question":"外星人住在哪里？","kind":"unanswerable"}
        """;

    private const string Passages = """
        {"id":"p1","title":"教育","text":"补充教师1633名，秋季开学前全部上岗。"}
        {"id":"p2","text":"建设医院3所。"}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Plain_and_gzipped_files_give_results_in_the_order_of_the_questions(bool gzipped)
    {
        using var folder = new TemporaryFolder();
        var results = Path.Combine(folder.Path, "r.jsonl");

        var run = await CommandRun.Of(
            ["evaluate", "--questions", Write(folder, "q", Questions, gzipped), "--passages", Write(folder, "p", Passages, gzipped), "--out", results, "--threads", "2", "--top", "1"]);

        Assert.Equal((0, true), (run.ExitCode, run.Error.Contains("回答问题：2/2（100%）")));
        var lines = File.ReadAllLines(results);
        Assert.Equal(["q1", "q2"], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!));
        var first = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(["id", "status", "answer", "text", "ranked", "citations", "confidence", "ms"], first.EnumerateObject().Select(p => p.Name));
        Assert.True(first.GetProperty("ranked").GetArrayLength() <= 1);
        Assert.NotEqual(0xEF, File.ReadAllBytes(results)[0]);
        foreach (var figure in (string[])["问/秒", "ECE", "答错率", "题型        unanswerable", "p50", "p95", "p99", "内存峰值", "R@1 ", "R@5", "R@10", "MRR@10", "EM", "F1", "应拒而拒"]) Assert.Contains(figure, run.Out);
    }

    private static string Write(TemporaryFolder folder, string name, string text, bool gzipped)
    {
        if (!gzipped) return folder.File($"{name}.jsonl", text);
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return folder.File($"{name}.jsonl.gz", buffer.ToArray());
    }
}
