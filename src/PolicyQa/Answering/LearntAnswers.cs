using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>
/// Answers from corpora without departments: the learnt reader finds the span, the learnt gate says how sure it is. What the
/// rules would answer is one of the things both look at.
/// </summary>
internal sealed class LearntAnswers(ITermStatistics statistics, EngineOptions options)
{
    private const int OthersShown = 4;

    private const double SureRule = 0.85;

    /// <summary>The answer, or null where there is none sure enough.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="evidence">Sentences, best first.</param>
    /// <param name="read">What the learnt reader found.</param>
    /// <param name="rule">What the rules would answer.</param>
    /// <param name="trace">Notes why; null where nobody asked.</param>
    public Answer? Answer(Question question, IReadOnlyList<Evidence> evidence, LearntReadings read, Judged? rule, Trace? trace)
    {
        if (read.Spans is not [var best, ..]) return Verdicts.Refuse(trace, VerdictReason.NoReading);
        var (reading, seen, confidence) = Judge(question, evidence, best, rule, trace);
        // The answer is the span that the scorer likes best; who asks why may see what became of the next ones.
        foreach (var other in trace is null ? [] : read.Spans.Skip(1).Take(OthersShown)) Judge(question, evidence, other, null, trace);
        if (confidence < options.Threshold) return Verdicts.Refuse(trace, VerdictReason.BelowThreshold);
        return Verdicts.Written(trace, AnswerWriter.Answered(question, [reading], Wording.Of(question, reading), confidence)) is { } answer ? answer with { Seen = seen } : null;
    }

    private (Reading Reading, double[] Seen, double Confidence) Judge(Question question, IReadOnlyList<Evidence> evidence, LearntReading span, Judged? rule, Trace? trace)
    {
        var ruled = rule?.Confidence ?? 0;
        var reading = Shortest(question, span.Reading, rule) with { Confidence = ruled };
        var seen = GateFeatures.Of(question, reading, ruled, evidence, statistics, span, rule?.Reading);
        var confidence = LearntGate.Shipped.Judge(seen);
        if (trace is not null) LearntGate.Shipped.Explain(seen, trace);
        trace?.Span(reading, confidence);
        return (reading, seen, confidence);
    }

    /// <summary>体育馆三座 where the rules are sure of 三座: a figure is asked for, and nothing more.</summary>
    private static Reading Shortest(Question question, Reading read, Judged? rule) =>
        question.Kind == QuestionKind.Quantity && rule is { Confidence: >= SureRule, Reading: { Highlights: [var own] } ruled }
        && ruled.Evidence.Sentence == read.Evidence.Sentence && ruled.Evidence.Article.Id == read.Evidence.Article.Id && read.Highlights[0].Contains(own)
            ? ruled
            : read;
}
