namespace PolicyQa.Evaluation;

/// <summary>One line of a question file: what is asked, and apart from it what is known to be right.</summary>
public sealed record EvaluationQuestion(string Id, AskRequest Request, GoldAnswer Gold)
{
    /// <summary>The kind that the file names (figure, list, unanswerable …); null where it names none.</summary>
    public string? Kind { get; init; }
}
