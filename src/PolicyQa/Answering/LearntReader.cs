using PolicyQa.Analysis;
using PolicyQa.Comprehension;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Reads answers with the learnt reader out of the text around the best sentences.</summary>
internal static class LearntReader
{
    /// <summary>Characters of a window; what stands further from the sentence does not help to read it.</summary>
    private static readonly int WindowLength = int.Parse(Environment.GetEnvironmentVariable("RW") ?? "180");

    /// <summary>Windows read for one question.</summary>
    private static readonly int Windows = int.Parse(Environment.GetEnvironmentVariable("RN") ?? "3");

    /// <summary>What it is worth to a sentence that its article ranks first; half as much for the second, and so on.</summary>
    private static readonly double FirstArticle = double.Parse(Environment.GetEnvironmentVariable("RF") ?? "0.2");

    /// <summary>Readings of all windows, best first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="evidence">Sentences, best first.</param>
    /// <param name="articles">Ids of articles, best first.</param>
    /// <param name="rule">What the rules answer; null where they find nothing.</param>
    public static IReadOnlyList<LearntReading> Read(Question question, IReadOnlyList<Evidence> evidence, IReadOnlyList<string> articles, Reading? rule)
    {
        var ranks = articles.Select((id, i) => (id, i)).ToDictionary(a => a.id, a => a.i, StringComparer.Ordinal);
        int Rank(Evidence e) => ranks.GetValueOrDefault(e.Article.Id, articles.Count);
        List<(string Article, TextSpan Span)> seen = [];
        List<LearntReading> found = [];
        foreach (var e in evidence.OrderByDescending(e => e.Score + FirstArticle / (1 + Rank(e))))
        {
            if (seen.Any(s => s.Article == e.Article.Id && s.Span.Contains(e.Sentence.Span))) continue;
            if (seen.Count == Windows) break;
            var window = Around(e);
            var folded = CharacterFolding.Fold(window.Of(e.Article.Text));
            var read = WindowReader.Shipped.Read(question.Resolved, folded);
            var inside = rule?.Highlights is [var only] && rule.Evidence.Article.Id == e.Article.Id ? Inside(rule.Evidence.ToCanonical(only), window) : null;
            foreach (var span in SpanProposals.Of(question, folded, read, inside))
            {
                var own = evidence.FirstOrDefault(x => x.Article.Id == e.Article.Id && x.Sentence.Span.Contains(span.Start + window.Start));
                // An answer stands in one sentence, and in no sentence of another year or place.
                if (own is null || span.End + window.Start > own.Sentence.End) continue;
                var features = SpanFeatures.Of(question, folded, read, seen.Count, Rank(e), span, own, inside);
                var local = new TextSpan(span.Start + window.Start - own.Sentence.Start, span.End + window.Start - own.Sentence.Start);
                found.Add(new LearntReading(new Reading(own, [local], 0), read.Start[span.Start + 1] + read.End[span.End], read.None, SpanModel.Shipped.Score(features)) { Features = features });
            }

            seen.Add((e.Article.Id, window));
        }

        return [.. found.OrderByDescending(f => f.Worth)];
    }

    private static TextSpan? Inside(TextSpan canonical, TextSpan window) =>
        window.Contains(canonical) && canonical.Length > 0 ? new TextSpan(canonical.Start - window.Start, canonical.End - window.Start) : null;

    /// <summary>Whole sentences around this one, as many as fit; of a longer sentence its beginning.</summary>
    private static TextSpan Around(Evidence e)
    {
        var text = e.Article.Text;
        var (start, end) = (e.Sentence.Start, Math.Min(e.Sentence.End, e.Sentence.Start + 2 * WindowLength));
        foreach (var s in SentenceBoundaries.Split(text, Math.Max(0, start - WindowLength), start).Reverse())
        {
            if (end - s.Start > WindowLength) break;
            start = s.Start;
        }

        foreach (var s in SentenceBoundaries.Split(text, end, Math.Min(text.Length, end + WindowLength)))
        {
            if (s.End - start > WindowLength) break;
            end = s.End;
        }

        return new TextSpan(start, end);
    }
}
