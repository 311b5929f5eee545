using PolicyQa.Analysis;
using PolicyQa.Comprehension;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>What the span scorer looks at; every value within -1–1, but the reader's logarithm.</summary>
internal static class SpanFeatures
{
    private const string Particles = "的了是在为,、和与及以及于从由被把将也都;:";

    /// <summary>Names of the features, in the order of <see cref="Of"/>; the model file repeats them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "read", "answer", "evidence", "here", "later-window", "article", "rule", "rule-overlaps", "figure", "no-figure", "no-time",
        "word-start", "word-end", "unbalanced", "length", "single", "repeats", "particle-start", "particle-end", "sentence",
    ];

    /// <summary>Features of one span of one window.</summary>
    /// <param name="question">The question.</param>
    /// <param name="window">The window's folded text.</param>
    /// <param name="read">What the reader says of it.</param>
    /// <param name="order">Which window, 0 first.</param>
    /// <param name="rank">Place of its article in the ranking, 0 first.</param>
    /// <param name="span">The span, in the window.</param>
    /// <param name="own">The sentence it stands in.</param>
    /// <param name="rule">What the rules would answer, in the window; null where they answer elsewhere.</param>
    public static float[] Of(Question question, string window, WindowReading read, int order, int rank, TextSpan span, Evidence own, TextSpan? rule)
    {
        var text = span.Of(window);
        var figure = text.Any(c => char.IsAsciiDigit(c) || ChineseNumerals.IsNumeral(c));
        return
        [
            read.Score(span) / 10, 1 - MathF.Exp(read.None), (float)own.Score, (float)own.Here, order / 3f, 1f / (1 + rank),
            rule == span ? 1 : 0, rule is { } r && r.Overlaps(span) ? 1 : 0,
            question.Kind == QuestionKind.Quantity && figure ? 1 : 0, question.Kind == QuestionKind.Quantity && !figure ? 1 : 0,
            question.Kind == QuestionKind.Time && !figure && TimeFinder.Find(text).Count == 0 ? 1 : 0,
            read.Words.Any(w => w.Start == span.Start) ? 1 : 0, read.Words.Any(w => w.End == span.End) ? 1 : 0,
            Quotes.Balance(window, span) == span ? 0 : 1, Math.Min(1, text.Length / 40f), text.Length == 1 ? 1 : 0, Repeats(question.Resolved, text),
            Particles.Contains(text[0]) ? 1 : 0, Particles.Contains(text[^1]) ? 1 : 0, text.Length >= 0.85 * own.Sentence.Span.Length ? 1 : 0,
        ];
    }

    /// <summary>Share of the span's bigrams that the question has itself.</summary>
    private static float Repeats(string question, string text)
    {
        var shared = 0;
        for (var i = 0; i + 1 < text.Length; i++) shared += question.AsSpan().IndexOf(text.AsSpan(i, 2), StringComparison.Ordinal) >= 0 ? 1 : 0;
        return text.Length < 2 ? 0 : shared / (text.Length - 1f);
    }
}
