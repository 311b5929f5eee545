using System.CommandLine;
using PolicyQa.App.Configuration;
using PolicyQa.Indexing;

namespace PolicyQa.App.Channels.Cli;

/// <summary>index: builds the index and says what it holds.</summary>
internal static class IndexCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var verb = new Verb("index", "读语料，重新建立索引。", "index", "index --corpus 我的语料 --index .data/另一个索引");
        verb.SetAction((parse, token) => Task.FromResult(Run(common.Load(parse).WithCorpusChecked(), terminal, token)));
        return verb;
    }

    private static int Run(Settings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        EngineOpening.FinishPublication(settings, terminal);
        IndexReport report;
        using (var progress = terminal.StartProgress("建立索引"))
            report = Composition.Workspace(settings, terminal.Time).BuildIndex(progress, cancellationToken);
        foreach (var problem in report.Problems) terminal.Error.WriteLine($"跳过：{problem}");
        terminal.Out.WriteLine($"文章：{report.Articles} 篇");
        terminal.Out.WriteLine($"段落：{report.Passages} 个，其中原文有损 {report.DamagedPassages} 个");
        terminal.Out.WriteLine($"用时：{report.Elapsed.TotalSeconds:0.00} 秒");
        if (report.Articles > 0) return ExitCode.Done;
        throw new UserErrorException($"语料文件夹 {settings.Corpus} 里没有可用的文章（.txt、.md、.html）");
    }
}
