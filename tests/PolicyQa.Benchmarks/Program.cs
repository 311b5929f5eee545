using BenchmarkDotNet.Running;
using PolicyQa.Benchmarks;

// measure, growth and tsv serve compare.sh and the plot; everything else goes to BenchmarkDotNet.
switch (args)
{
    case ["measure", var passages, var questions, var threads, var passes]:
        Throughput.Measure(passages, questions, int.Parse(threads), int.Parse(passes), Console.Out);
        break;
    case ["growth", var passages, var questions, var folder]:
        Growth.Measure(passages, questions, folder, Console.Out);
        break;
    case ["tsv", var passages, var questions, var output]:
        LuceneInput.Write(passages, questions, output);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
