using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>多少, 几: the figure whose unit fits and whose clause speaks of what was asked.</summary>
internal static partial class QuantityReader
{
    /// <summary>Nouns that any figure of people answers (各部门引进多少人才).</summary>
    private static readonly string[] AnyPerson = ["人才", "人员", "人", "人数", "人手", "员工", "职工"];

    public static IEnumerable<Reading> Read(Question question, IEnumerable<Evidence> evidence)
    {
        var own = question.Focus.Where(f => !f.FromHistory).ToArray();
        foreach (var e in evidence)
        {
            foreach (var quantity in QuantityFinder.Find(e.Folded))
            {
                var fit = UnitFit.Of(quantity, question.Unit, question.Asked);
                if (fit <= 0) continue;
                // What the question itself states is no answer to it.
                if (own.Any(t => t.Text.Contains(quantity.Number.Of(e.Folded), StringComparison.Ordinal) && char.IsAsciiDigit(t.Text[0]))) continue;
                var clause = Clauses.At(e.Folded, quantity.Number.Start).Of(e.Folded);
                var piece = Piece(e.Folded, quantity);
                var person = UnitFit.ClassOf(quantity.Unit) == "person";
                double all = 0, here = 0, covered = 0, asked = 1;
                foreach (var term in own)
                {
                    var degree = TermMatch.Degree(term, clause);
                    if (piece is not null) degree = 0.5 * degree + 0.5 * TermMatch.Degree(term, piece);
                    if (person && AnyPerson.Contains(term.Text)) degree = Math.Max(degree, 0.8);
                    all += term.Weight;
                    here += term.Weight * degree;
                    covered += term.Weight * Math.Max(degree, 0.8 * TermMatch.Degree(term, e.Folded));
                    if (question.Asked is { } noun && noun.Contains(term.Text, StringComparison.Ordinal) && term.Text.Length > 1 && !StopWords.SayLittle(term.Text)) asked = Math.Min(asked, degree);
                }

                var near = all > 0 ? here / all : 0.6;
                if (Before(e.Folded, quantity) is { } subject) near = Math.Max(near, 0.85 * TermMatch.Coverage(own, subject));
                var coverage = all > 0 ? Math.Max(covered / all, 0.9 * e.Coverage) : e.Coverage;
                // 几个方面 is not answered by 320个项目, though 方面 is no word to look for.
                if (question.Asked is { Length: >= 2 } said && StopWords.Contains(said[..2]) && !clause.Contains(said[..2], StringComparison.Ordinal)) asked = 0;
                // Where the figure's clause names the thing counted, the rest may stand elsewhere in the sentence.
                if (question.Asked is { Length: >= 2 } && asked >= 0.9 && own.Any(t => question.Asked.Contains(t.Text, StringComparison.Ordinal) && t.Text.Length > 1)) near = Math.Max(near, 0.65 * e.Here);
                // 几个方面 … 四个方面: the very thing is counted.
                if (question.Asked is { Length: >= 2 } counts && e.Folded.AsSpan(quantity.Span.End).StartsWith(counts.AsSpan(0, 2), StringComparison.Ordinal) && fit >= 0.9)
                {
                    near = Math.Max(near, 0.8);
                    if (own.All(t => StopWords.SayLittle(t.Text))) coverage = Math.Max(coverage, 0.7);
                }

                // 其中有多少是…: the figure must be that of the part, not of the whole.
                if (AsksForPart().IsMatch(question.Resolved) && own.Any(t => !StopWords.SayLittle(t.Text) && t.Text.Length > 1 && question.After.Contains(t.Text, StringComparison.Ordinal) && TermMatch.Degree(t, clause) < 0.35)) fit *= 0.5;

                // The thing counted should stand in the figure's own clause.
                var counted = 0.7 + 0.3 * asked;
                var confidence = (0.5 * coverage + 0.5 * near + 0.1 * e.History) * fit * counted;
                var reading = new Reading(e, [quantity.Span], Math.Min(1, confidence));
                yield return reading;
                if (Parts.Of(question, e.Folded, quantity) is { Count: > 1 } parts) yield return reading with { Highlights = parts, Confidence = Math.Min(1, confidence * 1.02 + 0.02) };
                if (AsksForSeveral(question) && Others(e, quantity) is { Count: > 1 } several) yield return reading with { Highlights = several, Confidence = Math.Min(1, confidence * 1.02 + 0.02) };
            }
        }
    }

    /// <summary>零售总额突破千亿元大关，达到1036亿元: a short clause without a subject shares that of the clause before it.</summary>
    private static string? Before(string text, Quantity quantity)
    {
        var clause = Clauses.At(text, quantity.Number.Start);
        if (clause.Start < 2 || clause.Length - quantity.Span.Length > 4 || text[clause.Start - 1] != ',') return null;
        var previous = Clauses.At(text, clause.Start - 2);
        return QuantityFinder.Find(previous.Of(text)).Count > 0 ? null : text[previous.Start..clause.End];
    }

    [System.Text.RegularExpressions.GeneratedRegex("(?:里面?|中|其中|当中)有?(?:多少|几)|(?:多少|几)[\\u4e00-\\u9fff]?是")]
    private static partial System.Text.RegularExpressions.Regex AsksForPart();

    private static bool AsksForSeveral(Question question) => question.Text.Contains("分别", StringComparison.Ordinal) || question.Text.Contains('各', StringComparison.Ordinal);

    /// <summary>All figures of the sentence with the same unit, this one among them.</summary>
    private static List<TextSpan> Others(Evidence e, Quantity quantity) =>
        [.. QuantityFinder.Find(e.Folded).Where(q => q.Unit == quantity.Unit && q.Unit.Length > 0).Select(q => q.Span)];

    /// <summary>送戏下乡600场、送电影8000场: where a clause has several figures, the piece between 、 that holds this one; else null.</summary>
    private static string? Piece(string text, Quantity quantity)
    {
        var clause = Clauses.At(text, quantity.Number.Start);
        if (QuantityFinder.Find(clause.Of(text)).Count < 2) return null;
        var start = text.LastIndexOf('、', quantity.Number.Start) is var left && left >= clause.Start ? left + 1 : clause.Start;
        var end = text.IndexOf('、', quantity.Number.Start) is var right && right >= 0 && right < clause.End ? right : clause.End;
        return start == clause.Start && end == clause.End ? null : text[start..end];
    }
}
