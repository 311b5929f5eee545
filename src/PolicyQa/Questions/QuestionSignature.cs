namespace PolicyQa.Questions;

/// <summary>
/// What a question asks for, apart from its wording: two questions with the same signature may be given the same answer. Strict on
/// purpose: whatever could tell them apart (departments, years, figures, denials, what narrows them, every word that matters) is in it.
/// </summary>
public static class QuestionSignature
{
    private const string Denials = "不没未非无";
    private const string Numerals = "零一二三四五六七八九十百千万亿两";

    /// <summary>Null where the question says too little to be told from others.</summary>
    public static string? Of(Question question)
    {
        if (question.IsInstruction || question.Focus.Count == 0) return null;
        string?[] parts =
        [
            Joined(question.Departments),
            question.UnknownDepartment,
            Joined(question.People),
            $"{question.Year}{question.YearOffset:+0;-0;0}",
            question.ForeignPlace,
            $"{question.Kind}{question.Fact}{question.Across}",
            question.Unit,
            Joined(question.Qualifiers.Select(q => q.Text)),
            string.Concat(question.Resolved.Where(c => char.IsAsciiDigit(c) || Denials.Contains(c) || Numerals.Contains(c))),
            Joined(question.Focus.Select(f => f.Text)),
        ];
        return string.Join('|', parts);
    }

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
