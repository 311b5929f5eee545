using PolicyQa.Analysis;

namespace PolicyQa.Retrieval;

/// <summary>Where the terms of a question stand in one folded text, in text order.</summary>
internal sealed class TermHits
{
    private const double Tiny = 1e-9;

    private readonly RankQuery _query;
    private readonly string _text;
    private readonly List<(int At, int Term)> _hits = [];

    public TermHits(RankQuery query, string text)
    {
        (_query, _text, Frequency) = (query, text, new int[query.Count]);
        var scanner = new BigramScanner(text);
        while (scanner.MoveNext())
        {
            var term = query.IndexOf(text.AsSpan(scanner.Start, scanner.Length));
            if (term < 0) continue;
            _hits.Add((scanner.Start, term));
            Frequency[term]++;
        }
    }

    /// <summary>How often each term of the question stands in the text.</summary>
    public int[] Frequency { get; }

    /// <summary>The greatest weight of distinct terms within <paramref name="width"/> characters, and where that stretch starts.</summary>
    public (double Weight, int Start) Window(int width)
    {
        var counts = new int[_query.Count];
        var (weight, best, start, from) = (0d, 0d, 0, 0);
        foreach (var (at, term) in _hits)
        {
            if (counts[term]++ == 0) weight += _query.Weights[term];
            while (_hits[from].At <= at - width)
            {
                var old = _hits[from++].Term;
                if (--counts[old] == 0) weight -= _query.Weights[old];
            }

            if (weight > best + Tiny) (best, start) = (weight, _hits[from].At);
        }

        return (best, start);
    }

    /// <summary>The greatest weight, and the greatest sharpened weight, of distinct terms within one sentence.</summary>
    public (double Weight, double Sharp) Sentence()
    {
        var seenIn = new int[_query.Count];
        double best = 0, bestSharp = 0, weight = 0, sharp = 0;
        int sentence = 0, end = -1;
        foreach (var (at, term) in _hits)
        {
            if (at >= end)
            {
                (weight, sharp) = (0, 0);
                sentence++;
                var length = _text.AsSpan(at).IndexOfAny("。?!;\n");
                end = length < 0 ? _text.Length : at + length;
            }

            if (seenIn[term] == sentence) continue;
            seenIn[term] = sentence;
            weight += _query.Weights[term];
            sharp += _query.Sharp[term];
            best = Math.Max(best, weight);
            bestSharp = Math.Max(bestSharp, sharp);
        }

        return (best, bestSharp);
    }

    /// <summary>The longest stretch of the question that stands in the text as it is, as a share of the question.</summary>
    public double LongestRun()
    {
        if (_hits.Count == 0) return 0;
        int run = 1, longest = 1;
        for (var i = 1; i < _hits.Count; i++)
        {
            run = _hits[i].At == _hits[i - 1].At + 1 && _query.Next[_hits[i - 1].Term] == _hits[i].Term ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return Math.Min(1, longest / (double)_query.Count);
    }

    /// <summary>Share of neighbouring hits within a stretch that stand in the question's order.</summary>
    public double Order(int start, int end)
    {
        int previous = -1, pairs = 0, ordered = 0;
        foreach (var (at, term) in _hits)
        {
            if (at < start || at >= end) continue;
            if (previous >= 0 && previous != term)
            {
                pairs++;
                if (term > previous) ordered++;
            }

            previous = term;
        }

        return pairs > 0 ? ordered / (double)pairs : 0.5;
    }
}
