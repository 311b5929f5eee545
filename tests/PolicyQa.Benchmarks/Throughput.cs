using System.Diagnostics;
using System.Globalization;
using PolicyQa.Evaluation;

namespace PolicyQa.Benchmarks;

/// <summary>Indexing and whole answers over a passage file, printed the way LuceneBaseline prints its own.</summary>
internal static class Throughput
{
    /// <summary>As many as LuceneBaseline; the best counts.</summary>
    private const int IndexPasses = 2;

    public static void Measure(string passages, string questions, int threads, int passes, TextWriter output)
    {
        var articles = PassageFile.Read(passages);
        var asked = QuestionFile.Read(questions, 10);
        QaEngine? engine = null;
        for (var pass = 0; pass < IndexPasses; pass++)
        {
            engine?.Dispose();
            engine = null;
            var begun = Stopwatch.GetTimestamp();
            engine = QaEngine.ForArticles(articles, new EngineOptions());
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index rep{pass} {articles.Count} passages {seconds:0.00}s {articles.Count / seconds:0} passages/s"));
        }

        engine!.WarmUp();
        for (var pass = 0; pass < passes; pass++)
        {
            var outcome = new EvaluationRun(engine.Ask, TimeProvider.System, threads).Ask(asked, null, CancellationToken.None);
            var speed = Speed.Of(outcome);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"answer rep{pass} threads={threads} {speed.QuestionsPerSecond:0} q/s p50={speed.P50.TotalMilliseconds:0.000}ms p99={speed.P99.TotalMilliseconds:0.000}ms"));
        }

        using var self = Process.GetCurrentProcess();
        output.WriteLine($"memory peak {self.PeakWorkingSet64 >> 20} MB, now {self.WorkingSet64 >> 20} MB");
    }
}
