namespace PolicyQa.Evaluation;

/// <summary>What is known to be right. Only scoring sees it; the engine is handed an <see cref="AskRequest"/> and nothing else.</summary>
/// <param name="Answers">Empty where none is given.</param>
/// <param name="NeedsAll">All answers must be found, not just any of them ("match":"all").</param>
/// <param name="Evidence">Words that one of the first three citations must share; null asks for no citation.</param>
/// <param name="PassageIds">The passages that hold the answer; empty where not given.</param>
/// <param name="Unanswerable">Must be refused.</param>
public sealed record GoldAnswer(
    IReadOnlyList<string> Answers,
    bool NeedsAll,
    string? Evidence,
    IReadOnlyCollection<string> PassageIds,
    bool Unanswerable);
