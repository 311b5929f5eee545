using System.Text.RegularExpressions;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Answers in other words than the source's: 是, 会, the speaker's name.</summary>
internal static partial class Wording
{
    /// <summary>What is said in other words than the source's.</summary>
    public static string? Of(Question question, Reading reading) => question.Kind switch
    {
        QuestionKind.YesNo => Assents(question, reading) ? Assent(question.Resolved) : null,
        QuestionKind.Person when reading.Evidence.Article.Speaker is { } speaker => speaker,
        _ => null,
    };

    /// <summary>Only a sentence that says all of it, and does not deny it, is a yes; else its own words are the answer.</summary>
    private static bool Assents(Question question, Reading reading) =>
        question.Focus.Where(f => !f.FromHistory).All(f => TermMatch.Degree(f, reading.Evidence.Folded) >= (f.Text.Length == 1 ? 0.9 : 0.5))
        && !Denial().IsMatch(reading.Evidence.Folded) && !Denial().IsMatch(question.Resolved.Replace("不不", "").Replace("有没有", "", StringComparison.Ordinal));

    [GeneratedRegex("不(?!断|仅|但|少于|低于|同|折不扣|忘|懈)|保持|暂停|取消|停止|未(?!来|成年|央)|免(?!疫)|禁止|没有|无(?!障碍|缝|人机|废)")]
    private static partial Regex Denial();

    /// <summary>会…吗 is answered 会, 有没有 有.</summary>
    private static string Assent(string asked) =>
        asked.Contains("有没有", StringComparison.Ordinal) || asked.Contains("有无", StringComparison.Ordinal) ? "有"
        : asked.Contains('会') && !asked.Contains("大会", StringComparison.Ordinal) && !asked.Contains("社会", StringComparison.Ordinal) ? "会"
        : asked.Contains("能", StringComparison.Ordinal) && (asked.Contains("能不能", StringComparison.Ordinal) || asked.Contains("能否", StringComparison.Ordinal)) ? "能"
        : "是";
}
