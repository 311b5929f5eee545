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
        var starts = Enumerable.Range(0, window.Length).OrderByDescending(i => start[i + 1]).ThenBy(i => i).Take(Ends);
        List<ScoredSpan> spans = [];
        foreach (var s in starts)
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

    private static float[] LogSoftmax(float[] x)
    {
        var most = x.Max();
        var sum = most + MathF.Log(x.Sum(v => MathF.Exp(v - most)));
        return [.. x.Select(v => v - sum)];
    }
}
