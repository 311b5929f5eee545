using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>什么时候: the date or deadline whose clause speaks of what was asked.</summary>
internal static class TimeReader
{
    private static bool AsksHowLong(Question question) => question.QuestionWord.Contains('久') || question.QuestionWord.Contains("多长", StringComparison.Ordinal);

    public static IEnumerable<Reading> Read(Question question, IEnumerable<Evidence> evidence)
    {
        foreach (var e in evidence)
        {
            foreach (var time in TimeFinder.Find(e.Folded))
            {
                var clause = Clauses.At(e.Folded, time.Start).Of(e.Folded);
                var near = TermMatch.Coverage(question.Focus.Where(f => !f.FromHistory), clause);
                var confidence = 0.5 * e.Coverage + 0.5 * Math.Max(near, 0.6 * e.Here) + 0.1 * e.History;
                // 每月 is how often, not when.
                if (e.Folded[time.Start] == '每') confidence *= 0.6;
                yield return new Reading(e, [time], Math.Min(1, confidence));
            }

            if (!AsksHowLong(question)) continue;
            foreach (var span in QuantityFinder.Find(e.Folded).Where(q => UnitFit.ClassOf(q.Unit) == "duration"))
            {
                var near = TermMatch.Coverage(question.Focus.Where(f => !f.FromHistory), Clauses.At(e.Folded, span.Number.Start).Of(e.Folded));
                yield return new Reading(e, [span.Span], Math.Min(1, 0.5 * e.Coverage + 0.5 * Math.Max(near, 0.6 * e.Here) + 0.1 * e.History));
            }
        }
    }
}
