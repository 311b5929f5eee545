using System.Text.RegularExpressions;
using PolicyQa.Comprehension;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Spans of a window that may be the answer: what the reader likes best, and what is of the kind asked for.</summary>
internal static partial class SpanProposals
{
    private const int MostTyped = 12;

    public static IEnumerable<TextSpan> Of(Question question, string window, WindowReading read, TextSpan? rule)
    {
        var typed = question.Kind switch
        {
            QuestionKind.Quantity => QuantityFinder.Find(window).Select(q => q.Span),
            QuestionKind.Time => TimeFinder.Find(window),
            _ => Named().Matches(window).Select(m => new TextSpan(m.Index, m.Index + m.Length)),
        };
        return read.Spans.Select(s => s.Span)
            .Concat(rule is { } r ? [r] : [])
            .Concat(typed.OrderByDescending(read.Score).Take(MostTyped))
            .Where(s => s.Length > 0)
            .Distinct();
    }

    [GeneratedRegex("《[^《》]{1,40}》|“[^“”]{2,30}”")]
    private static partial Regex Named();
}
