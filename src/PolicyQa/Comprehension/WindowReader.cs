using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Comprehension;

/// <summary>Puts a question to a window of text and lists the spans that may answer it. Thread-safe.</summary>
/// <param name="network">The network.</param>
/// <param name="vocabulary">The characters and bigrams it knows.</param>
/// <param name="cutter">Words, by the dictionary alone: as in training.</param>
internal sealed class WindowReader(ReaderNetwork network, ReaderVocabulary vocabulary, WordCutter cutter)
{
    /// <summary>No answer is longer.</summary>
    private const int Longest = 60;

    private const int Ends = 8;

    private static readonly Lazy<WindowReader> Default = new(() => new WindowReader(ReaderNetwork.Shipped, ReaderModel.Shipped.Vocabulary, new WordCutter([])));

    /// <summary>The one that ships.</summary>
    public static WindowReader Shipped => Default.Value;

    /// <summary>What the window holds for the question; both texts folded.</summary>
    public WindowReading Read(string question, string window)
    {
        var words = cutter.Cut(window);
        var (q, p) = ReaderFeatures.Of(vocabulary, question, cutter.Cut(question), window, words);
        var scores = network.Read(q, p);
        var (start, end) = (LogSoftmax(scores.Start), LogSoftmax(scores.End));
        return new WindowReading(Spans(start, end, window), (start[0] + end[0]) / 2, start, end) { Words = words };
    }

    /// <summary>The likeliest spans, best first: of each likely start its best end.</summary>
    private static List<ScoredSpan> Spans(float[] start, float[] end, string window)
    {
        List<ScoredSpan> spans = [];
        foreach (var s in Likeliest(start.AsSpan(1)))
        {
            var best = s;
            for (var e = s; e < Math.Min(window.Length, s + Longest); e++)
            {
                if (end[e + 1] > end[best + 1]) best = e;
                // an answer lies in one sentence
                if (window[e] is '。' or '!' or '?' or '\n') break;
            }

            spans.Add(new ScoredSpan(new TextSpan(s, best + 1), start[s + 1] + end[best + 1]));
        }

        spans.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Span.Start.CompareTo(b.Span.Start));
        return spans;
    }

    /// <summary>Indexes of the greatest values, the first of equal ones first.</summary>
    private static List<int> Likeliest(ReadOnlySpan<float> values)
    {
        List<int> best = new(Ends + 1);
        for (var i = 0; i < values.Length; i++)
        {
            if (best.Count == Ends && values[i] <= values[best[^1]]) continue;
            var at = best.Count;
            while (at > 0 && values[best[at - 1]] < values[i]) at--;
            best.Insert(at, i);
            if (best.Count > Ends) best.RemoveAt(Ends);
        }

        return best;
    }

    private static float[] LogSoftmax(float[] x)
    {
        var most = x.AsSpan()[0];
        foreach (var v in x) most = Math.Max(most, v);
        var sum = 0d;
        foreach (var v in x) sum += MathF.Exp(v - most);
        var all = most + MathF.Log((float)sum);
        var logs = new float[x.Length];
        for (var i = 0; i < x.Length; i++) logs[i] = x[i] - all;
        return logs;
    }
}
