using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>
/// Holds a reading to the words that narrow the question: 民办 is not answered by 公办幼儿园5所, nor 二级以上 by 三级以上.
/// What is narrower than the question (普惠 where nobody asked for it) comes after what is not.
/// </summary>
internal static class QualifierRule
{
    /// <summary>The reading says another of the same group, or nothing around it says the word at all.</summary>
    private const double Wrong = 0.35;

    /// <summary>Another figure's part of the sentence says it.</summary>
    private const double OtherFigure = 0.7;

    /// <summary>The sentence says it elsewhere.</summary>
    private const double SameSentence = 0.9;

    /// <summary>Only section or headline say it.</summary>
    private const double Nearby = 0.75;

    /// <summary>The figure is of a narrower thing than was asked for.</summary>
    private const double Narrower = 0.95;

    /// <summary>Multiplies the confidence; 1 where nothing is to be said.</summary>
    public static double Factor(Question question, Reading reading, Trace? trace)
    {
        var isFigure = question.Kind == QuestionKind.Quantity;
        if (question.Qualifiers.Count == 0 && !isFigure) return 1;
        var e = reading.Evidence;
        if (question.Qualifiers.Count == 0 && Qualifiers.Find(e.Folded).Count == 0) return 1;
        var said = Said(reading, isFigure).Of(e.Folded);
        var others = Qualifiers.Find(said);
        var factor = 1d;
        foreach (var asked in question.Qualifiers)
        {
            if (asked.StandsIn(said) && !Contradicts(asked, others)) continue;
            var (name, subject, by) =
                others.FirstOrDefault(o => o.Group == asked.Group) is { } other ? ("qualifierOther", other.Text, Wrong)
                : asked.StandsIn(e.Folded) ? ("qualifierNearby", asked.Text, isFigure && QuantityFinder.Find(e.Folded).Count > 1 ? OtherFigure : SameSentence)
                : asked.StandsIn(e.Around) ? ("qualifierNearby", asked.Text, Nearby)
                : ("qualifierLacking", asked.Text, Wrong);
            trace?.Factor(name, subject, by);
            factor *= by;
        }

        foreach (var more in isFigure ? others : [])
        {
            // 公办5所、民办8所 together are no narrower than what was asked for.
            if (others.Any(o => o.Group == more.Group && o.Text != more.Text)) continue;
            if (question.Qualifiers.Any(q => q.Group == more.Group) || question.Resolved.Contains(more.Text, StringComparison.Ordinal)) continue;
            trace?.Factor("qualifierMore", more.Text, Narrower);
            factor *= Narrower;
        }

        return factor;
    }

    /// <summary>省 stands in 自治区 … 市级 in nearly everything: where another of the group is named outright and this one is not, that one is meant.</summary>
    private static bool Contradicts(Qualifier asked, IReadOnlyList<Qualifier> others) =>
        others.Any(o => o.Group == asked.Group) && !others.Any(o => o.Group == asked.Group && (o.Text == asked.Text || asked.Forms.Contains(o.Text) || o.Forms.Contains(asked.Text)));

    /// <summary>The answer's own clauses; of a clause with several figures the piece between 、 that holds this one.</summary>
    private static TextSpan Said(Reading reading, bool isFigure)
    {
        var text = reading.Evidence.Folded;
        if (reading.Highlights.Count == 0) return new TextSpan(0, text.Length);
        var (first, last) = (Clauses.At(text, reading.Highlights.Min(h => h.Start)), Clauses.At(text, Math.Max(0, reading.Highlights.Max(h => h.End) - 1)));
        if (!isFigure || reading.Highlights.Count > 1 || QuantityFinder.Find(first.Of(text)).Count < 2) return new TextSpan(first.Start, Math.Max(first.End, last.End));
        var left = text.LastIndexOf('、', reading.Highlights[0].Start) is var l && l >= first.Start ? l + 1 : first.Start;
        var right = text.IndexOf('、', reading.Highlights[0].End) is var r && r >= 0 && r < first.End ? r : first.End;
        return new TextSpan(left, right);
    }
}
