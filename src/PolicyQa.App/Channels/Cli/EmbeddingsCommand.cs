using System.CommandLine;
using PolicyQa.App.Configuration;
using PolicyQa.App.Llm;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels.Cli;

/// <summary>embeddings check: measures whether vectors rank better than words alone. Only where they do, they have a say from then on.</summary>
internal static class EmbeddingsCommand
{
    /// <summary>Questions made of the corpus where no file is given.</summary>
    private const int OwnQuestions = 300;

    private const int Seed = 1;
    private const int Top = 10;

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var questions = new Option<string?>("--questions") { HelpName = "文件", Description = "问题集，写明出处（passage_id）；不写时用语料自己的词句造题" };
        var passages = new Option<string?>("--passages") { HelpName = "文件", Description = "段落集；不写时用设置里的语料，只有这时结论才算数" };
        var check = new Verb("check", "测一测加上向量检索是否更好；更好才启用。", "embeddings check", "embeddings check --questions 问题.jsonl")
        {
            questions, passages,
        };
        check.SetAction((parse, token) =>
        {
            var (asked, read) = (parse.GetValue(questions), parse.GetValue(passages));
            if (asked is null && read is not null) throw new UserErrorException("写了 --passages 就要写 --questions；加 --help 查看用法");
            var files = asked is null ? null : EvaluationFiles.Check(asked, read, null);
            return RunAsync(common.Load(parse), files, terminal, token);
        });
        return new Verb("embeddings", "向量检索（设置 Llm:EmbeddingModel）。", "embeddings check") { check };
    }

    private static async Task<int> RunAsync(Settings settings, EvaluationFiles? files, Terminal terminal, CancellationToken cancellationToken)
    {
        var own = settings.Embedding ?? throw new UserErrorException("没有配置向量模型：请先设置 Llm:EmbeddingModel 和 Llm:EmbeddingEndpoint");
        // Vectors of a set of passages are nothing to the corpus's.
        if (files?.Passages is not null) own = own with { Folder = Path.Combine(own.Folder, "sets") };
        using var engine = Open(settings, files?.Passages, terminal, cancellationToken);
        var questions = files is null ? CorpusQuestions.Of(engine.Articles, OwnQuestions, Seed) : QuestionFile.Read(files.Questions, Top);
        var (vectors, figures, before, after) = await EmbeddingCheck.RunAsync(engine, questions, own, terminal, cancellationToken);
        if (figures is null) throw new UserErrorException(files is null ? "语料里没有能用来造题的句子；请用 --questions 给出问题集" : $"选项 --questions：{files.Questions} 里没有一个问题写明出处（passage_id），比不出好坏");
        var output = terminal.Out;
        output.WriteLine($"向量模型    {own.Model}（{vectors.Dimensions} 维，{vectors.Count} 个段落，占内存 {vectors.Count * (long)vectors.Dimensions * sizeof(float) / 1e6:0.0} MB）");
        output.WriteLine($"问题        {figures.Before.Questions}{(files is null ? "（用语料自己的词句造的，偏向词语检索；用 --questions 给出真实的问题更可靠）" : "")}");
        output.WriteLine("            只用词语 → 加上向量");
        output.WriteLine($"R@1         {figures.Before.RecallAt1:0.0000} → {figures.After.RecallAt1:0.0000}");
        output.WriteLine($"MRR@10      {figures.Before.Mrr10:0.0000} → {figures.After.Mrr10:0.0000}");
        if (before.Answers is { } was && after.Answers is { } now) output.WriteLine($"答对        {was.Right} → {now.Right}（共 {was.Questions}）");
        if (before.Refusals is { } refused && after.Refusals is { } refuses) output.WriteLine($"应拒而拒    {refused.Refused} → {refuses.Refused}（共 {refused.Questions}）");
        output.WriteLine($"首位变对    {figures.Gained}，变错 {figures.Lost}（符号检验 p = {figures.Chance:0.0000}，应小于 {RankingComparison.Level:0.00}）");
        output.WriteLine($"结论        {Conclusion(figures)}");
        if (files?.Passages is not null) output.WriteLine("            （另给的段落集，结论不记入索引）");
        else new VectorVerdict(own.Model, engine.RankingFingerprint(), files?.Questions, terminal.Time.GetUtcNow(), figures.IsBetter, figures).Write(own);
        return ExitCode.Done;
    }

    private static QaEngine Open(Settings settings, string? passages, Terminal terminal, CancellationToken cancellationToken)
    {
        if (passages is null) return EngineOpening.Open(settings, terminal, cancellationToken);
        var articles = PassageFile.Read(passages);
        using var progress = terminal.StartProgress("建立索引");
        return QaEngine.ForArticles(articles, settings.Engine, progress);
    }

    private static string Conclusion(RankingComparison figures)
    {
        if (figures.Before.Questions < RankingComparison.Fewest) return $"问题太少（至少 {RankingComparison.Fewest} 个），看不出更好：检索只用词语";
        return figures.IsBetter ? "更好：向量参与检索" : "没有更好：检索只用词语";
    }
}
