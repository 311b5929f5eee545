using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Judges whether a reading answers this very question, not one like it.</summary>
internal sealed class EvidenceGate(ITermStatistics statistics)
{
    /// <summary>A word that the whole corpus lacks (外籍, 游泳馆) says that the question is about something else.</summary>
    private const double UnknownWord = 0.55;

    /// <summary>A word the corpus has, but not this section.</summary>
    private const double WordElsewhere = 0.78;

    /// <summary>True where the evidence speaks of the year asked about.</summary>
    public static bool FitsYear(Question question, Evidence evidence)
    {
        if (evidence.Article.Year is not { } year) return true;
        var asked = question.Year ?? year + question.YearOffset;
        if (asked == year)
        {
            // A sentence about another year answers only who asks about that year, or about none.
            return !question.ThisYear && question.Year is null || !SpeaksOnlyOf(evidence.Folded, year);
        }

        return YearExpressions.Mentions(evidence.Folded, asked)
            || (question.YearOffset == -1 && (evidence.Folded.Contains("去年", StringComparison.Ordinal) || evidence.Folded.Contains("一年来", StringComparison.Ordinal)));
    }

    /// <summary>True where the evidence names the other place that the question names.</summary>
    public static bool FitsPlace(Question question, Evidence evidence) =>
        question.ForeignPlace is not { } place
        || evidence.Folded.Contains(place, StringComparison.Ordinal)
        || CharacterFolding.Fold(evidence.Article.Title).Contains(place, StringComparison.Ordinal)
        || (evidence.Article.City is { } city && CharacterFolding.Fold(city).Contains(place, StringComparison.Ordinal));

    /// <summary>The reading's confidence, lowered for each word of the question that its section lacks.</summary>
    public double Judge(Question question, Reading reading, Trace? trace = null)
    {
        var confidence = reading.Confidence * QualifierRule.Factor(question, reading, trace);
        var e = reading.Evidence;
        foreach (var term in question.Focus)
        {
            if (term.FromHistory || StopWords.SayLittle(term.Text) || (term.Text.Length < 2 && !char.IsAsciiDigit(term.Text[0]))) continue;
            // 新城区建几家: a district must stand in the sentence itself.
            if (term.Text.Length >= 3 && term.Text[^1] is '区' or '县' or '旗' or '镇' && TermMatch.Degree(term, e.Folded) < 0.35)
            {
                trace?.Factor("districtElsewhere", term.Text, UnknownWord);
                confidence *= UnknownWord;
                continue;
            }

            if (question.Fact == ByLineFact.None && e.DegreeAround(term) >= 0.35) continue;
            if (UnitFit.ClassOf(question.Unit ?? "") is not null && term.Text == question.Asked) continue;
            var isUnknown = statistics.Frequency(term.Text) == 0;
            trace?.Factor(isUnknown ? "unknownWord" : "wordElsewhere", term.Text, isUnknown ? UnknownWord : WordElsewhere);
            confidence *= isUnknown ? UnknownWord : WordElsewhere;
        }

        return Math.Clamp(confidence, 0, 0.99);
    }

    private static bool SpeaksOnlyOf(string text, int year)
    {
        for (var y = year - 3; y < year; y++)
        {
            if (YearExpressions.Mentions(text, y) && !YearExpressions.Mentions(text, year) && !text.Contains("今年", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
