using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>
/// Between whose answers a question leaves the choice: it names no department, and the articles of several bear it out
/// equally well with different answers (今年要培训多少人). Guessing one would be right by luck only.
/// </summary>
internal sealed class OpenChoice(Catalog catalog)
{
    /// <summary>A rival this much less sure than the best (as a share) is no rival.</summary>
    private const double Close = 0.9;

    /// <summary>A rival's sentence may bear out a word of the question less than the best one's by this much.</summary>
    private const double Slack = 0.15;

    /// <summary>A word that is less of the question than this decides nothing.</summary>
    private const double Minor = 0.1;

    /// <summary>The surest reading of each article's owner that could be meant, the best first; fewer than two where it is clear.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="judged">Every reading.</param>
    /// <param name="best">The surest of them.</param>
    /// <param name="threshold">Below this a reading is no answer, so no rival either.</param>
    public IReadOnlyList<Reading> Between(Question question, IReadOnlyList<Judged> judged, Judged best, double threshold)
    {
        if (!catalog.HasDepartments || question.Departments.Count > 0 || question.People.Count > 0 || !HasOneAnswer(question.Kind)) return [];
        if (best.Reading.Evidence.Article.Department is null) return [];
        var rivals = judged
            .Where(j => j.Confidence >= Math.Max(threshold, Close * best.Confidence) && j.Reading.Evidence.Article.Department is not null)
            .GroupBy(j => Owner(j.Reading))
            .Where(g => g.Key != Owner(best.Reading))
            .Select(g => g.MaxBy(j => j.Confidence))
            .Where(j => BearsOutAsMuch(question, j.Reading.Evidence, best.Reading.Evidence) && Differs(j.Reading, best.Reading))
            .OrderByDescending(j => j.Confidence)
            .Select(j => j.Reading)
            .ToArray();
        return rivals.Length == 0 ? [] : [best.Reading, .. rivals];
    }

    /// <summary>Several departments may well do the same thing, each its way (怎么…) or both (…吗); a figure, a date or a name is one's own.</summary>
    private static bool HasOneAnswer(QuestionKind kind) =>
        kind is QuestionKind.Quantity or QuestionKind.Time or QuestionKind.Place or QuestionKind.Term or QuestionKind.List;

    private static (string?, string?) Owner(Reading reading) => (reading.Evidence.Article.Department, reading.Evidence.Article.City);

    private static bool BearsOutAsMuch(Question question, Evidence rival, Evidence best)
    {
        if (rival.History < best.History - Slack) return false;
        var own = question.Focus.Where(f => !f.FromHistory).ToArray();
        var all = own.Sum(f => f.Weight);
        return own.All(f => f.Weight < Minor * all || TermMatch.Degree(f, rival.Folded) >= TermMatch.Degree(f, best.Folded) - Slack);
    }

    private static bool Differs(Reading a, Reading b) => Said(a) != Said(b);

    private static string Said(Reading reading) =>
        CharacterFolding.Bare(reading.Said ?? AnswerWriter.Words(reading));
}
