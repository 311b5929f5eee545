using System.Text.Json.Serialization;
using PolicyQa.Answering.Guarding;
using PolicyQa.Questions;
using PolicyQa.Retrieval;

namespace PolicyQa.Answering;

/// <summary>Why a question ended as it did, step by step; made only where asked for. Lists are cut to what a person reads.</summary>
/// <param name="Question">How it was understood.</param>
/// <param name="Articles">Best first.</param>
/// <param name="Passages">Best first.</param>
/// <param name="Sentences">Looked at as evidence, best first.</param>
/// <param name="Spans">Possible answers, surest first.</param>
/// <param name="Verdict">How it ended.</param>
public sealed record Explanation(
    ExplainedQuestion Question,
    IReadOnlyList<ExplainedArticle> Articles,
    IReadOnlyList<ExplainedPassage> Passages,
    IReadOnlyList<ExplainedSentence> Sentences,
    IReadOnlyList<ExplainedSpan> Spans,
    Verdict Verdict)
{
    /// <summary>What vectors had to do with it; null where none are in use.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplainedVectors? Vectors { get; init; }

    /// <summary>What a language model made of the answer; null where none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplainedWording? Wording { get; init; }
}
