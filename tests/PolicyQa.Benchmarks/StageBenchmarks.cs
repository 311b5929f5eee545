using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lucene.Net.Store;
using PolicyQa.Analysis;
using PolicyQa.Comprehension;
using PolicyQa.Corpus;
using PolicyQa.Indexing;

namespace PolicyQa.Benchmarks;

/// <summary>
/// The stages of the walk and the whole. Each asserts its result: what is fast and wrong is no result. Read as ratios to
/// the whole answer; the times are a machine's.
/// </summary>
[Config(typeof(Short))]
[MemoryDiagnoser]
public class StageBenchmarks
{
    private const int Many = 1000;
    private const string Window = "大桥镇图书馆建于1956年,现有藏书12万册。馆长李明毕业于南方大学。图书馆每天接待读者300人。";

    private readonly WordCutter _cutter = new([]);
    private readonly WordAnalyzer _words = new([]);
    private IReadOnlyList<Article> _articles = [];
    private QaEngine _interviews = null!;
    private QaEngine _many = null!;
    private string _text = "";

    [GlobalSetup]
    public void Open()
    {
        _articles = Town.Articles(Many);
        _interviews = Town.Open();
        _many = QaEngine.ForArticles(_articles, new EngineOptions());
        _text = CharacterFolding.Fold(_articles[0].Text);
        _interviews.WarmUp();
        _many.WarmUp();
    }

    [Benchmark(Baseline = true, Description = "whole answer, interviews")]
    public string Answer() => Expect(_interviews.Ask(new AskRequest(Town.Question)).ShortAnswer, Town.Answer);

    [Benchmark(Description = "whole answer, 1,000 plain articles")]
    public string AnswerFromMany() => Expect(_many.Ask(new AskRequest(Town.Question)).Ranked.Count.ToString(), "10");

    [Benchmark(Description = "parse, search and rerank, 1,000 articles")]
    public int Rank() => Expect(_many.RankingFeatures(Town.Question).Articles.Count, 100);

    [Benchmark(Description = "read one window of 50 characters")]
    public string Read() => Expect(WindowReader.Shipped.Read("大桥镇图书馆有多少藏书?", Window).Spans[0].Span.Of(Window), "12万册");

    [Benchmark(Description = "cut 700 characters into words")]
    public int Cut() => AtLeast(_cutter.Cut(_text).Count, 100);

    [Benchmark(Description = "cut 700 characters into bigrams")]
    public int Bigrams()
    {
        var count = 0;
        var scanner = new BigramScanner(_text);
        while (scanner.MoveNext()) count++;
        return AtLeast(count, 300);
    }

    [Benchmark(Description = "index 100 articles")]
    public int Index()
    {
        using var directory = new RAMDirectory();
        return AtLeast(IndexBuilder.Build(directory, [.. _articles.Take(100)], _words, null, CancellationToken.None).Count, 100);
    }

    private static T Expect<T>(T? found, T expected) where T : notnull =>
        found is not null && expected.Equals(found) ? found : throw new InvalidOperationException($"expected {expected}, found {found}");

    private static int AtLeast(int found, int least) => found >= least ? found : throw new InvalidOperationException($"expected {least} and more, found {found}");

    private sealed class Short : ManualConfig
    {
        public Short() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
