using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Commitments;

/// <summary>Which rows a question is about: its departments, people, city and year; without a year each department's latest.</summary>
internal static class LedgerScope
{
    public static List<Commitment> Of(Question question, IReadOnlyList<Commitment> items, IReadOnlyCollection<string>? within)
    {
        var rows = items.Where(c =>
            (question.Departments.Count == 0 || question.Departments.Contains(c.Department))
            && (question.People.Count == 0 || question.People.Any(p => p == c.Speaker))
            && (question.City is not { } city || c.City is not { } own || CharacterFolding.Fold(own).Contains(city, StringComparison.Ordinal))
            && within?.Contains(c.ArticleId) != false).ToList();
        var latest = rows.GroupBy(c => (c.Department, c.City)).ToDictionary(g => g.Key, g => g.Max(c => c.Year));
        return rows.FindAll(c => c.Year is not { } year || year == (question.Year ?? latest[(c.Department, c.City)] + question.YearOffset));
    }

    /// <summary>Those due then: 年底前 means by that very day where any is (else before it), 上半年 within it.</summary>
    public static List<Commitment> Due(List<Commitment> rows, Deadline when)
    {
        var bare = CharacterFolding.Fold(when.Text);
        if (when.To is not { } to) return rows.FindAll(c => c.Deadline is { } d && CharacterFolding.Fold(d.Text) is var own && (own.Contains(bare, StringComparison.Ordinal) || bare.Contains(own, StringComparison.Ordinal)));
        if (when.From is { } from) return rows.FindAll(c => c.Deadline?.To is { } d && d >= from && d <= to && (c.Deadline.From is not { } f || f >= from));
        var exact = rows.FindAll(c => c.Deadline is { From: null, To: { } d } && d == to);
        return exact.Count > 0 ? exact : rows.FindAll(c => c.Deadline?.To <= to);
    }
}
