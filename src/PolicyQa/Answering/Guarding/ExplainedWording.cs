using System.Text.Json.Serialization;

namespace PolicyQa.Answering.Guarding;

/// <summary>What a model made of the answer, and what the guard said to each sentence.</summary>
/// <param name="Outcome">What is shown.</param>
/// <param name="Sentences">As the model wrote them, kept or not.</param>
public sealed record ExplainedWording(
    [property: JsonConverter(typeof(CamelCaseEnum<WordingOutcome>))] WordingOutcome Outcome,
    IReadOnlyList<GuardedSentence> Sentences)
{
    /// <summary>The outcome in plain Chinese.</summary>
    public string Words => Outcome switch
    {
        WordingOutcome.Worded => "大模型的文字都通过了核对",
        WordingOutcome.PartlyWorded => "大模型的文字只有一部分通过核对，其余用原文",
        WordingOutcome.Rejected => "大模型的文字没有一句通过核对，用原文",
        WordingOutcome.AnswerLost => "大模型的文字没有说出答案，用原文",
        WordingOutcome.Empty => "大模型没有写出文字，用原文",
        WordingOutcome.TimedOut => "大模型太慢，用原文",
        WordingOutcome.Busy => "同时提问的人多，用原文",
        WordingOutcome.OverBudget => "大模型的用量到了上限，用原文",
        WordingOutcome.CircuitOpen => "大模型接连出错，暂不使用，用原文",
        WordingOutcome.RateLimited => "大模型服务限制了用量，用原文",
        _ => "大模型出错，用原文",
    };
}
