using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>什么时候: the date or deadline whose clause speaks of what was asked.</summary>
internal static class TimeReader
{
    public static IEnumerable<Reading> Read(Question question, IEnumerable<Evidence> evidence)
    {
        foreach (var e in evidence)
        {
            foreach (var time in TimeFinder.Find(e.Folded))
            {
                var clause = Clauses.At(e.Folded, time.Start).Of(e.Folded);
                var near = TermMatch.Coverage(question.Focus.Where(f => !f.FromHistory), clause);
                var confidence = 0.5 * e.Coverage + 0.5 * Math.Max(near, 0.6 * e.Here) + 0.1 * e.History;
                yield return new Reading(e, [time], Math.Min(1, confidence));
            }
        }
    }
}
