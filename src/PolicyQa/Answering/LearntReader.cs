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

    /// <summary>What it is worth to a sentence that its article ranks first; half as much for the second, and so on.</summary>
    private const double FirstArticle = 0.5;

    /// <summary>Where a span is this likely (a logarithm), no further windows are read for the answer.</summary>
    private const double Sure = -1.5;

    /// <summary>Spans of all windows, best first, and the articles in their new order.</summary>
    /// <param name="question">The question.</param>
    /// <param name="evidence">Sentences, best first.</param>
    /// <param name="articles">Articles with the ranker's scores, best first.</param>
    /// <param name="rule">What the rules answer; null where they find nothing.</param>
    public static LearntReadings Read(Question question, IReadOnlyList<Evidence> evidence, IReadOnlyList<(string Id, double Score)> articles, Reading? rule)
    {
        List<ReadWindow> windows = [];
        var order = Order(question, evidence, articles, windows);
        Fill(question, evidence, articles, windows);
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

    /// <summary>For training: ids of the articles that reading could bring to the front, and what the order goes by.</summary>
    public static (IReadOnlyList<string> Articles, float[][] Features) OrderFeatures(Question question, IReadOnlyList<Evidence> evidence, IReadOnlyList<(string Id, double Score)> articles)
    {
        var read = articles.Take(Reorders(question) ? ReadOrder.Most : 0).ToArray();
        return ([.. read.Select(a => a.Id)], [.. read.Select(a => ReadOrder.Features(a.Score, Best(question, evidence, a.Id)?.Read.Odds))]);
    }

    /// <summary>Reads a window of each article that a good reading could bring to the front.</summary>
    private static List<string> Order(Question question, IReadOnlyList<Evidence> evidence, IReadOnlyList<(string Id, double Score)> articles, List<ReadWindow> windows)
    {
        if (!Reorders(question)) return [.. articles.Select(a => a.Id)];
        var places = ReadOrder.Of([.. articles.Select(a => a.Score)], i =>
        {
            if (Best(question, evidence, articles[i].Id) is not { } window) return null;
            windows.Add(window);
            return window.Read.Odds;
        });
        return [.. places.Select(i => articles[i].Id)];
    }

    private static ReadWindow? Best(Question question, IReadOnlyList<Evidence> evidence, string article) =>
        evidence.FirstOrDefault(e => e.Article.Id == article) is { } e ? ReadWindow.Around(question, e, WindowLength) : null;

    /// <summary>Others around the best sentences, as long as no span is sure.</summary>
    private static void Fill(Question question, IReadOnlyList<Evidence> evidence, IReadOnlyList<(string Id, double Score)> articles, List<ReadWindow> windows)
    {
        var ranks = articles.Select((a, i) => (a.Id, i)).ToDictionary(a => a.Id, a => a.i, StringComparer.Ordinal);
        foreach (var e in evidence.OrderByDescending(e => e.Score + FirstArticle / (1 + ranks.GetValueOrDefault(e.Article.Id, articles.Count))))
        {
            if (windows.Count >= Windows || windows.Exists(w => w.Best >= Sure)) break;
            if (!windows.Exists(w => w.Article == e.Article.Id && w.Span.Contains(e.Sentence.Span))) windows.Add(ReadWindow.Around(question, e, WindowLength));
        }
    }

    /// <summary>A few key words ask for no span.</summary>
    private static bool Reorders(Question question) => question.Kind != QuestionKind.Topic;

    private static TextSpan? Inside(TextSpan canonical, TextSpan window) =>
        window.Contains(canonical) && canonical.Length > 0 ? new TextSpan(canonical.Start - window.Start, canonical.End - window.Start) : null;
}
