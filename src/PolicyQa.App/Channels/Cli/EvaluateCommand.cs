using System.CommandLine;
using System.Text;
using PolicyQa.App.Configuration;
using PolicyQa.App.Llm;
using PolicyQa.App.Operations;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels.Cli;

/// <summary>evaluate: answers a whole question set and reports how good and how fast that was.</summary>
internal static class EvaluateCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var questions = new Option<string?>("--questions") { HelpName = "文件", Description = "问题集，.jsonl 或 .jsonl.gz（必填）" };
        var passages = new Option<string?>("--passages") { HelpName = "文件", Description = "段落集；不写时用设置里的语料" };
        var output = new Option<string?>("--out") { HelpName = "文件", Description = "把每个问题的结果写进这个文件（.jsonl）" };
        var top = new NumberOption("--top", 1, 1000, 10).Described("每个问题列出多少个段落");
        var threads = new NumberOption("--threads", 1, 256, 1).Described("同时问几个问题");
        var verb = new Verb(
            "evaluate",
            "用一个问题集测验：回答全部问题，给出质量和速度。",
            "evaluate --questions 问题.jsonl",
            "evaluate --questions 问题.jsonl.gz --passages 段落.jsonl.gz --out 结果.jsonl --threads 2")
        {
            questions, passages, output, top.Option, threads.Option,
        };
        verb.SetAction((parse, token) =>
        {
            var files = EvaluationFiles.Check(parse.GetValue(questions), parse.GetValue(passages), parse.GetValue(output));
            return Task.FromResult(Run(common.Load(parse), files, top.Value(parse), threads.Value(parse), terminal, token));
        });
        return verb;
    }

    private static int Run(Settings settings, EvaluationFiles files, int top, int threads, Terminal terminal, CancellationToken cancellationToken)
    {
        var questions = QuestionFile.Read(files.Questions, top);
        using var engine = files.Passages is null
            ? EngineOpening.Open(settings, terminal, cancellationToken)
            : Index(files.Passages, settings, terminal);
        cancellationToken.ThrowIfCancellationRequested();
        // Opened before the run: nobody should wait an hour to learn that the results cannot be written.
        using var results = files.Results is null ? null : Create(files.Results);

        // As a server does before it is asked: the first questions are not to pay for compiling, nor for what opening left behind.
        engine.WarmUp(cancellationToken);
        IdleMemory.Collect();
        using var vectors = files.Passages is null && settings.Embedding is { } embedding ? EmbeddingServices.Use(engine, embedding, terminal.Time) : null;
        EvaluationOutcome outcome;
        using (var progress = terminal.StartProgress("回答问题"))
            outcome = new EvaluationRun(engine.Ask, terminal.Time, threads).Ask(questions, progress, cancellationToken);
        if (results is not null)
            for (var i = 0; i < questions.Count; i++)
                results.WriteLine(UnescapedJson.Serialize(outcome.Answers[i].ToResult(questions[i])));
        EvaluationSummary.Write(questions, outcome, terminal.Out);
        return ExitCode.Done;
    }

    private static QaEngine Index(string passages, Settings settings, Terminal terminal)
    {
        var articles = PassageFile.Read(passages);
        using var progress = terminal.StartProgress("建立索引");
        return QaEngine.ForArticles(articles, settings.Engine, progress);
    }

    private static StreamWriter Create(string path)
    {
        try
        {
            return new StreamWriter(path, append: false, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"选项 --out：文件 {path} 写不进去", e);
        }
    }
}
