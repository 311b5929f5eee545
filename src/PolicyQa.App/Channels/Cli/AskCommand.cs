using System.CommandLine;
using PolicyQa.Answering;
using PolicyQa.App.Llm;

namespace PolicyQa.App.Channels.Cli;

/// <summary>ask: one question, one answer.</summary>
internal static class AskCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var question = new Argument<string>("question") { HelpName = "问题", Description = "要问的问题，500 字以内" };
        var history = new Option<string[]>("--history") { HelpName = "上一问", Description = "前面问过的问题，可以写多次，先问的写在前面" };
        var json = new Option<bool>("--json") { Description = "以 JSON 给出完整的答案" };
        var explain = new Option<bool>("--explain") { Description = "同时说明为什么这样回答：问题的理解、检索、候选答案和把关" };
        var verb = new Verb(
            "ask",
            "问一个问题。有答案时退出码为 0，没有找到时为 1。",
            "ask \"市教育局今年要引进多少教师\"",
            "ask \"他们什么时候上岗？\" --history \"市教育局今年要引进多少教师\" --json",
            "ask \"市教育局今年引进多少外籍教师\" --explain")
        {
            question, history, json, explain,
        };
        verb.SetAction((parse, token) =>
        {
            var request = Request(parse.GetRequiredValue(question), parse.GetValue(history) ?? []) with { Explain = parse.GetValue(explain) };
            var settings = common.Load(parse);
            using var engine = EngineOpening.Open(settings, terminal, token);
            using var vectors = settings.Embedding is { } embedding ? EmbeddingServices.Use(engine, embedding, terminal.Time) : null;
            var answer = engine.Ask(request, token);
            if (parse.GetValue(json)) terminal.Out.WriteLine(UnescapedJson.Serialize(answer));
            else AnswerText.Write(answer, terminal.Out);
            if (answer.Explanation is { } why && !parse.GetValue(json)) ExplanationText.Write(why, terminal.Out);
            return Task.FromResult(answer.Status == AnswerStatus.Answered ? ExitCode.Done : ExitCode.NotFound);
        });
        return verb;
    }

    private static AskRequest Request(string question, string[] history)
    {
        if (QuestionRule.FaultOf(question) is { } fault) throw new UserErrorException(fault);
        if (history.Any(h => QuestionRule.FaultOf(h) is not null)) throw new UserErrorException($"选项 --history：每一问应有 1 到 {QuestionRule.MaxLength} 个字");
        return new AskRequest(question.Trim()) { History = [.. history.Select(h => h.Trim())] };
    }
}
