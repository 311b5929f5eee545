using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>怎么, 举措, 怎么样, and whatever no other reader can shorten: whole clauses.</summary>
internal static class ClauseReader
{
    /// <summary>A sentence up to this many characters is an answer as it is.</summary>
    private const int ShortSentence = 40;

    public static IEnumerable<Reading> Read(Question question, IReadOnlyList<Evidence> evidence)
    {
        foreach (var e in evidence)
        {
            var reading = question.Kind switch
            {
                QuestionKind.Description => Predicate(question, e),
                QuestionKind.Manner => Measures(question, e, evidence),
                _ => Whole(question, e),
            };
            yield return reading with { Confidence = Math.Min(1, 0.6 * e.Coverage + 0.4 * e.Here + 0.1 * e.History) };
        }
    }

    /// <summary>The clauses that the question speaks of; the whole sentence where it is short.</summary>
    public static Reading Whole(Question question, Evidence e)
    {
        var text = e.Folded;
        var end = WithoutStop(text);
        if (end <= ShortSentence) return Make(e, new TextSpan(0, end));
        var clauses = Clauses.Of(text);
        var best = clauses.MaxBy(c => TermMatch.Coverage(question.Focus, c.Of(text)));
        return Make(e, best);
    }

    /// <summary>What is said of the thing asked about: the rest of its clause.</summary>
    private static Reading Predicate(Question question, Evidence e)
    {
        var text = e.Folded;
        var clause = Clauses.Of(text).MaxBy(c => TermMatch.Coverage(question.Focus, c.Of(text)));
        var last = clause.Start;
        foreach (var word in question.Focus.SelectMany(f => f.Variants.Prepend(f.Text)).Where(w => w.Length > 1))
        {
            var at = text.LastIndexOf(word, Math.Max(0, clause.End - 1), clause.Length, StringComparison.Ordinal);
            if (at >= 0) last = Math.Max(last, at + word.Length);
        }

        return Make(e, clause.End - last >= 4 ? new TextSpan(last, clause.End) : clause);
    }

    /// <summary>What is done: the sentence without the clause that merely repeats the question; after a heading, the sentences that follow it.</summary>
    private static Reading Measures(Question question, Evidence e, IReadOnlyList<Evidence> all)
    {
        var text = e.Folded;
        var isHeading = e.Passage.Section.Label is not null && e.Sentence.Start == e.Passage.Section.Start && text.Length <= ShortSentence;
        // 围绕“…”，要开展…: the heading already says what is done.
        var saysMore = isHeading && Clauses.Of(text) is { Count: > 1 } parts && TermMatch.Coverage(question.Focus, parts[0].Of(text)) >= 0.7 && parts[^1].End - parts[1].Start >= 10;
        if (isHeading && !saysMore)
        {
            var following = all.Where(x => x.Article.Id == e.Article.Id && x.Passage.Section.Start == e.Passage.Section.Start && x.Sentence.Start > e.Sentence.Start)
                .OrderBy(x => x.Sentence.Start).Take(3).ToArray();
            if (following.Length > 0 && !following[0].Sentence.Damaged)
            {
                var end = WithoutStop(following[0].Folded);
                return new Reading(following[0], [new TextSpan(0, end)], 0) { More = [e, .. following.Skip(1)] };
            }
        }

        var clauses = Clauses.Of(text);
        var own = question.Focus.Where(f => !f.FromHistory && f.Text.Length > 1).ToArray();
        if (clauses.Count > 1 && own.Length > 0)
        {
            var repeated = clauses.Select((c, i) => (Cover: TermMatch.Coverage(own, c.Of(text)), i)).MaxBy(x => x.Cover);
            if (repeated.Cover >= 0.7)
            {
                // The aim may stand before its means (提升…，推进…) or after them (推进…，提升…).
                var rest = repeated.i == 0 ? new TextSpan(clauses[1].Start, clauses[^1].End)
                    : repeated.i == clauses.Count - 1 ? new TextSpan(clauses[0].Start, clauses[^2].End)
                    : new TextSpan(clauses[0].Start, clauses[^1].End);
                return Make(e, rest);
            }
        }

        return Make(e, new TextSpan(0, WithoutStop(text)));
    }

    /// <summary>Length of a sentence without what closes it.</summary>
    private static int WithoutStop(string text) => text.TrimEnd('。', ';', ' ', '\n').Length;

    /// <summary>四是, 围绕“…”, are headings: the answer starts after a plain ordinal.</summary>
    private static Reading Make(Evidence e, TextSpan span)
    {
        if (span.Start == 0 && e.Sentence.Start == e.Passage.Section.Start && e.Passage.Section.Label is { Length: <= 4 } label && !label.Contains('“') && span.Length > label.Length + 2)
        {
            var start = label.Length;
            while (start < span.End - 1 && !char.IsLetterOrDigit(e.Folded[start]) && e.Folded[start] != '“') start++;
            span = new TextSpan(start, span.End);
        }

        return new Reading(e, [span], 0);
    }
}
