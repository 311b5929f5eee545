using System.CommandLine;
using PolicyQa.App.Training;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels.Cli;

/// <summary>train gate: learns from question sets when to refuse, and writes the model file.</summary>
internal static class TrainGateCommand
{
    public static Command Create(Terminal terminal)
    {
        var questions = new Option<string[]>("--questions") { HelpName = "文件", Description = "问题集，每题在段落集里都有答案；可以写几次（必填）" };
        var passages = new Option<string[]>("--passages") { HelpName = "文件", Description = "段落集，与问题集一一对应（必填）" };
        var output = new Option<string?>("--out") { HelpName = "文件", Description = "把模型写进这个文件（必填）" };
        var seed = new NumberOption("--seed", 0, 1_000_000, 1).Described("随机数种子");
        var verb = new Verb("gate", "学习什么时候该拒答。只用许可证允许的问题集。", "train gate --questions 问题.jsonl.gz --passages 段落.jsonl.gz --out gate.txt")
        {
            questions, passages, output, seed.Option,
        };
        verb.SetAction((parse, token) =>
        {
            var (asked, read) = (parse.GetValue(questions) ?? [], parse.GetValue(passages) ?? []);
            if (asked.Length == 0 || asked.Length != read.Length) throw new UserErrorException("选项 --questions 和 --passages 应一样多，至少各一个；加 --help 查看用法");
            if (parse.GetValue(output) is not { Length: > 0 } path) throw new UserErrorException("缺少选项 --out；加 --help 查看用法");
            Run([.. asked.Zip(read).Select(f => EvaluationFiles.Check(f.First, f.Second, path))], path, seed.Value(parse), terminal, token);
            return Task.FromResult(ExitCode.Done);
        });
        return verb;
    }

    private static void Run(IReadOnlyList<EvaluationFiles> files, string path, int seed, Terminal terminal, CancellationToken cancellationToken)
    {
        List<GateExample> examples = [];
        foreach (var file in files)
        {
            var questions = QuestionFile.Read(file.Questions, GateExamples.Depth);
            var articles = PassageFile.Read(file.Passages!);
            // What the reader has learnt from it answers too well to judge it by.
            if (Path.GetFileName(file.Passages!).Contains(ReaderSplit.LearntFrom, StringComparison.Ordinal)) questions = ReaderSplit.Unseen(articles, questions);
            examples.AddRange(new GateExamples(articles, questions, seed).Make(cancellationToken));
        }

        var (gate, report, learnt, kept) = GateTrainer.Train(examples);
        terminal.Out.WriteLine($"样例        {learnt}（另留 {kept} 检验）");
        terminal.Out.WriteLine($"AUC         {report.Auc:0.0000}");
        terminal.Out.WriteLine($"应拒而拒    错拒 5% 时 {report.RefusedAt5:0.0000}，错拒 10% 时 {report.RefusedAt10:0.0000}");
        TrainCommand.Write(path, ["# Written by `policyqa train gate`; see gate.NOTICE.md.", .. gate.Lines()]);
    }
}
