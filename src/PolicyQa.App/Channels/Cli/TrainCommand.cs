using System.CommandLine;
using System.Text;
using PolicyQa.Corpus;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels.Cli;

/// <summary>train: learns the weights files that ship with the engine. What it writes takes effect with the next build.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var train = new Verb("train", "用问题集训练模型文件。", "train ranker --questions 问题.jsonl.gz --passages 段落.jsonl.gz --out ranker.txt");
        train.Add(Ranker(terminal));
        train.Add(Order(terminal));
        train.Add(Spans(terminal));
        train.Add(TrainGateCommand.Create(terminal));
        return train;
    }

    /// <summary>Writes a model file: the same bytes on every machine.</summary>
    internal static void Write(string path, IEnumerable<string> lines) => File.WriteAllText(path, string.Join('\n', lines) + '\n', new UTF8Encoding(false));

    private static Verb Ranker(Terminal terminal) =>
        Make("ranker", "训练文章的重排权重；同样的输入得到同样的文件。", (questions, passages, output, token) => Run(RankerTraining.Train, questions, passages, output, terminal, token));

    private static Verb Order(Terminal terminal) =>
        Make("order", "训练排序时阅读的分量；同样的输入得到同样的文件。", (questions, passages, output, token) => Run(OrderTraining.Train, questions, passages, output, terminal, token));

    private static Verb Spans(Terminal terminal) =>
        Make("spans", "训练怎样在候选答案中挑选；同样的输入得到同样的文件。", (questions, passages, output, token) =>
        {
            Write(output, SpanTraining.Train(PassageFile.Read(passages), QuestionFile.Read(questions, 10), token));
            terminal.Out.WriteLine($"权重已写入 {output}");
            return ExitCode.Done;
        });

    private static Verb Make(string name, string description, Func<string, string, string, CancellationToken, int> run)
    {
        var questions = new Option<string?>("--questions") { HelpName = "文件", Description = "问题集，.jsonl 或 .jsonl.gz（必填）" };
        var passages = new Option<string?>("--passages") { HelpName = "文件", Description = "段落集（必填）" };
        var output = new Option<string?>("--out") { HelpName = "文件", Description = "把权重写进这个文件（必填）" };
        var verb = new Verb(name, description, $"train {name} --questions 问题.jsonl.gz --passages 段落.jsonl.gz --out {name}.txt") { questions, passages, output };
        verb.SetAction((parse, token) =>
        {
            var files = EvaluationFiles.Check(parse.GetValue(questions), parse.GetValue(passages), parse.GetValue(output));
            if (files.Passages is null) throw new UserErrorException("缺少选项 --passages；加 --help 查看用法");
            if (files.Results is null) throw new UserErrorException("缺少选项 --out；加 --help 查看用法");
            try
            {
                return Task.FromResult(run(files.Questions, files.Passages, files.Results, token));
            }
            catch (ArgumentException e)
            {
                throw new UserErrorException($"选项 --questions：{files.Questions} 里没有能用来训练的问题", e);
            }
        });
        return verb;
    }

    private static int Run(
        Func<IReadOnlyList<Article>, IReadOnlyList<EvaluationQuestion>, CancellationToken, TrainedRanker> train, string questions, string passages, string output, Terminal terminal, CancellationToken cancellationToken)
    {
        var trained = train(PassageFile.Read(passages), QuestionFile.Read(questions, 10), cancellationToken);
        Write(output, trained.Lines);
        terminal.Out.WriteLine($"训练用：{trained.TrainingLists} 个问题；留作检验：{trained.HeldOut} 个");
        terminal.Out.WriteLine($"检验 R@1：{trained.FirstStageAt1:0.0000} → {trained.RankedAt1:0.0000}");
        return ExitCode.Done;
    }
}
