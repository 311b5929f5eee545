namespace PolicyQa.App.Llm;

/// <summary>A prompt that must be there.</summary>
/// <param name="File">Its file below the prompts' folder.</param>
/// <param name="Data">What has to be filled in; nothing else may be.</param>
internal sealed record PromptKind(string File, params IReadOnlyList<string> Data)
{
    /// <summary>One answer in better words.</summary>
    public static PromptKind Answer { get; } = new("answer.md", "问题", "摘录", "答案");

    /// <summary>Several passages in one text.</summary>
    public static PromptKind Summary { get; } = new("summary.md", "问题", "摘录", "答案");

    /// <summary>A follow-up made whole.</summary>
    public static PromptKind FollowUp { get; } = new("follow-up.md", "前文", "追问");

    public static IReadOnlyList<PromptKind> All { get; } = [Answer, Summary, FollowUp];
}
