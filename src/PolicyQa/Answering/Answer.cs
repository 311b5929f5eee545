using System.Text.Json.Serialization;

namespace PolicyQa.Answering;

/// <summary>What a user gets for a question. Every figure of <see cref="ShortAnswer"/> stands in a citation's excerpt.</summary>
public sealed record Answer
{
    public required string Question { get; init; }

    public required AnswerStatus Status { get; init; }

    /// <summary>The shortest complete answer; null unless answered.</summary>
    [JsonPropertyName("answer")]
    public string? ShortAnswer { get; init; }

    /// <summary>A sentence or a few for people, with [n] naming citations.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>0–1: of answers given at 0.9, nine in ten should be right.</summary>
    public double Confidence { get; init; }

    /// <summary>Null when there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>Questions that the corpus really answers.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public string? ConversationId { get; init; }

    /// <summary>How the text came about where a language model worded it, for readers; null where it is extractive.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WordedBy { get; init; }

    /// <summary>Who checked it, where people wrote the answer; null where the engine found it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Review? Review { get; init; }

    /// <summary>Why; only where the request asked for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Explanation? Explanation { get; init; }

    /// <summary>Ids of the articles searched, best first; for evaluation only.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Ranked { get; init; } = [];

    /// <summary>What the learnt gate saw, in the order of its features; empty where it was not asked. For training only.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Seen { get; init; } = [];
}
