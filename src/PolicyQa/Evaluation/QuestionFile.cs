namespace PolicyQa.Evaluation;

/// <summary>Reads question files (.jsonl, .jsonl.gz). Fields that the contract does not name are ignored.</summary>
public static class QuestionFile
{
    /// <summary>The questions in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="top">How many passages each question shall rank.</param>
    /// <exception cref="EvaluationFileException">The file cannot be read, or one of its lines is no question.</exception>
    public static IReadOnlyList<EvaluationQuestion> Read(string path, int top)
    {
        var questions = new List<EvaluationQuestion>();
        var seen = new Dictionary<string, int>();
        foreach (var line in JsonLinesFile.Read(path))
        {
            var id = line.RequiredText("id");
            if (!seen.TryAdd(id, line.Number)) throw line.Fault($"“id”重复：{id} 在第{seen[id]}行已有");
            questions.Add(new EvaluationQuestion(id, Request(line, top), Gold(line)) { Kind = line.OptionalText("kind") });
        }

        if (questions.Count == 0) throw new EvaluationFileException(path, null, "文件里没有问题");
        return questions;
    }

    private static AskRequest Request(JsonLine line, int top) => new(line.RequiredText("question"))
    {
        History = line.Texts("history") ?? [],
        Within = line.Texts("within"),
        Top = top,
    };

    private static GoldAnswer Gold(JsonLine line) => new(
        line.Texts("answers") ?? [],
        line.OptionalText("match") == "all",
        line.OptionalText("evidence"),
        line.Texts("passage_id") ?? [],
        line.OptionalText("kind") == "unanswerable");
}
