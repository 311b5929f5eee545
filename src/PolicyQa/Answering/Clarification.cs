using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>A question handed back with its choices, each a question that can be asked as it stands.</summary>
internal static class Clarification
{
    private const int MostChoices = 6;

    public static Answer WhichDepartment(Question question, IEnumerable<string> departments) =>
        Which(question, "部门", [.. departments.Distinct(StringComparer.Ordinal)], d => d + Whole(question));

    public static Answer WhichCity(Question question, IReadOnlyList<string> cities) =>
        Which(question, "城市", cities, c => c + (Whole(question) is ['市', .. var rest] ? rest : Whole(question)));

    private static Answer Which(Question question, string what, IReadOnlyList<string> choices, Func<string, string> asked) => new()
    {
        Question = question.Text,
        Status = AnswerStatus.Clarify,
        Text = $"您问的是哪个{what}？可选：{string.Join("、", choices)}。",
        Confidence = 0.5,
        Suggestions = [.. choices.Select(asked).Take(MostChoices)],
    };

    /// <summary>A follow-up (时间呢) makes no question by itself; what it stands for does.</summary>
    private static string Whole(Question question) => CharacterFolding.Fold(question.Text) == question.Resolved ? question.Text : question.Resolved;
}
