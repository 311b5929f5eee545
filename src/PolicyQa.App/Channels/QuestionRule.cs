namespace PolicyQa.App.Channels;

/// <summary>What every channel takes as a question: 1–500 characters (UTF-16 code units) after trimming.</summary>
internal static class QuestionRule
{
    public const int MaxLength = 500;

    /// <summary>What is wrong with it, in Chinese; null where it is fine.</summary>
    public static string? FaultOf(string question) => question.Trim().Length switch
    {
        0 => "问题是空的",
        > MaxLength and var length => $"问题太长：{length} 个字，最多 {MaxLength} 个字",
        _ => null,
    };
}
