namespace PolicyQa.Answering;

/// <summary>What has to be said with answers, however they came about.</summary>
internal static class AnswerNotes
{
    public const string Damaged = "引文在原文中有残缺或混入别处文字，请对照原文阅读";

    public static string OfYear(int year) => $"内容出自{year}年访谈，“今年”指{year}年";

    public static string Joined(IEnumerable<string> notes) => string.Join("；", notes);
}
