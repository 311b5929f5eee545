using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Reads answers with the learnt reader out of the text around the best sentences.</summary>
internal static class LearntReader
{
    /// <summary>Characters of a window; what stands further from the sentence does not help to read it.</summary>
    private const int WindowLength = 200;

    /// <summary>Windows read for their answers.</summary>
    private const int Windows = 3;

    /// <summary>Articles of which a window is read to put them into order, where a good reading could bring them to the front.</summary>
    private const int Most = 3;

    /// <summary>What it is worth to a sentence that its article ranks first; half as much for the second, and so on.</summary>
    private const double FirstArticle = 0.5;

    /// <summary>Where a span is this likely (a logarithm), no further windows are read for the answer.</summary>
    private const double Sure = -1.5;

    /// <summary>What a unit of the reader's logarithm is worth in an article's score.</summary>
    private const double ReadWeight = 0.3;

    /// <summary>No reading is held for less likely (a logarithm): the order of articles follows what is found, not how little is.</summary>
    private const double Least = -10;

    /// <summary>Spans of all windows, best first, and the articles in their new order.</summary>
    /// <param name="question">The question.</param>
    /// <param name="evidence">Sentences, best first.</param>
    /// <param name="articles">Articles with the ranker's scores, best first.</param>
    /// <param name="rule">What the rules answer; null where they find nothing.</param>
    public static LearntReadings Read(Question question, IReadOnlyList<Evidence> evidence, IReadOnlyList<(string Id, double Score)> articles, Reading? rule)
    {
        var windows = Choose(question, evidence, articles);
        var order = Order(question, articles, windows);
        var ranks = order.Select((id, i) => (id, i)).ToDictionary(a => a.id, a => a.i, StringComparer.Ordinal);
        List<LearntReading> found = [];
        for (var w = 0; w < windows.Count; w++)
        {
            var (article, window, folded, read) = windows[w];
            var inside = rule?.Highlights is [var only] && rule.Evidence.Article.Id == article ? Inside(rule.Evidence.ToCanonical(only), window) : null;
            foreach (var span in SpanProposals.Of(question, folded, read, inside))
            {
                var own = evidence.FirstOrDefault(x => x.Article.Id == article && x.Sentence.Span.Contains(span.Start + window.Start));
                // An answer stands in one sentence, and in no sentence of another year or place.
                if (own is null || span.End + window.Start > own.Sentence.End) continue;
                var features = SpanFeatures.Of(question, folded, read, w, ranks.GetValueOrDefault(article, order.Count), span, own, inside);
                var local = new TextSpan(span.Start + window.Start - own.Sentence.Start, span.End + window.Start - own.Sentence.Start);
                found.Add(new LearntReading(new Reading(own, [local], 0), read.Score(span), read.None, SpanModel.Shipped.Score(features)) { Features = features });
            }
        }

        return new LearntReadings([.. found.OrderByDescending(f => f.Worth)], order);
    }

    /// <summary>One window in each article that a good reading could bring to the front, then others around the best sentences.</summary>
    private static List<ReadWindow> Choose(Question question, IReadOnlyList<Evidence> evidence, IReadOnlyList<(string Id, double Score)> articles)
    {
        List<ReadWindow> windows = [];
        for (var i = 0; i < Math.Min(articles.Count, Reorders(question) ? Most : 0); i++)
        {
            if (articles[0].Score - articles[i].Score > -Least * ReadWeight) break;
            if (evidence.FirstOrDefault(e => e.Article.Id == articles[i].Id) is { } e) windows.Add(ReadWindow.Around(question, e, WindowLength));
        }

        var ranks = articles.Select((a, i) => (a.Id, i)).ToDictionary(a => a.Id, a => a.i, StringComparer.Ordinal);
        foreach (var e in evidence.OrderByDescending(e => e.Score + FirstArticle / (1 + ranks.GetValueOrDefault(e.Article.Id, articles.Count))))
        {
            if (windows.Count >= Windows || windows.Exists(w => w.Best >= Sure)) break;
            if (!windows.Exists(w => w.Article == e.Article.Id && w.Span.Contains(e.Sentence.Span))) windows.Add(ReadWindow.Around(question, e, WindowLength));
        }

        return windows;
    }

    private static List<string> Order(Question question, IReadOnlyList<(string Id, double Score)> articles, List<ReadWindow> windows)
    {
        if (!Reorders(question)) return [.. articles.Select(a => a.Id)];
        double Best(string id) => windows.Where(w => w.Article == id).Select(w => (double)w.Best).DefaultIfEmpty(Least).Max();
        return [.. articles.OrderByDescending(a => a.Score + ReadWeight * Math.Max(Least, Best(a.Id))).Select(a => a.Id)];
    }

    /// <summary>A few key words ask for no span.</summary>
    private static bool Reorders(Question question) => question.Kind != QuestionKind.Topic;

    private static TextSpan? Inside(TextSpan canonical, TextSpan window) =>
        window.Contains(canonical) && canonical.Length > 0 ? new TextSpan(canonical.Start - window.Start, canonical.End - window.Start) : null;
}
