using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Retrieval;

/// <summary>Where the terms of a question stand in one article, in text order. One pass over the text; used again for the next article, by one thread.</summary>
internal sealed class TermHits
{
    private const double Tiny = 1e-9;

    /// <summary>BM25 of a passage: nearly whether a term stands there at all, whatever the length.</summary>
    public const double PassageK1 = 0.3;

    private const double PassageB = 0.1;

    private readonly int[] _counts = new int[RankQuery.MostTerms];
    private char[] _text = new char[4096];
    private (int At, int Term, int Sentence)[] _hits = new (int, int, int)[1024];
    private int _length;
    private int _count;

    /// <summary>The text that was read last, folded; another article's words in it are blanks.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>How often each term of the question stands in the text.</summary>
    public int[] Frequency { get; } = new int[RankQuery.MostTerms];

    /// <summary>The same for its numbered characters.</summary>
    public int[] CharacterFrequency { get; } = new int[256];

    public void Read(RankQuery query, Article article)
    {
        _length = article.Text.Length;
        if (_text.Length < _length) _text = new char[Math.Max(_length, 2 * _text.Length)];
        CharacterFolding.Fold(article.Text, _text);
        foreach (var damage in article.Damages)
        {
            if (damage.Kind == DamageKind.ForeignText) _text.AsSpan(damage.Start..damage.End).Fill(' ');
        }

        _count = 0;
        Array.Clear(Frequency);
        Array.Clear(CharacterFrequency);
        var text = Text;
        var marks = query.Marks;
        var (before, sentence) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            int mark = marks[text[i]];
            if (mark == 0)
            {
                before = 0;
                continue;
            }

            if (mark >= RankQuery.RunStart)
            {
                before = 0;
                if (mark == RankQuery.SentenceEnd) sentence++;
                else if (BigramScanner.StartsRun(text, i) && query.Run(text[i..BigramScanner.RunEnd(text, i)]) is >= 0 and var run) Add(i, run, sentence);
                continue;
            }

            CharacterFrequency[mark]++;
            if (before > 0 && query.Pair(before, mark) is >= 0 and var pair) Add(i - 1, pair, sentence);
            before = mark;
        }
    }

    /// <summary>The greatest weight of distinct terms within <paramref name="width"/> characters, and the first hit of that stretch.</summary>
    public (double Weight, int First) Window(RankQuery query, int width)
    {
        Array.Clear(_counts);
        var (weight, best, start, from) = (0d, 0d, 0, 0);
        for (var i = 0; i < _count; i++)
        {
            var (at, term, _) = _hits[i];
            if (_counts[term]++ == 0) weight += query.Weights[term];
            while (_hits[from].At <= at - width)
            {
                var old = _hits[from++].Term;
                if (--_counts[old] == 0) weight -= query.Weights[old];
            }

            if (weight > best + Tiny) (best, start) = (weight, from);
        }

        return (best, start);
    }

    /// <summary>Where a hit stands; 0 where there is none.</summary>
    public int At(int hit) => hit < _count ? _hits[hit].At : 0;

    /// <summary>The greatest sharpened weight of distinct terms within one sentence.</summary>
    public double Sentence(RankQuery query)
    {
        Array.Clear(_counts);
        var (best, sharp, sentence, number) = (0d, 0d, -1, 0);
        foreach (var (_, term, within) in _hits.AsSpan(0, _count))
        {
            if (within != sentence) (sentence, sharp, number) = (within, 0, number + 1);
            if (_counts[term] == number) continue;
            _counts[term] = number;
            sharp += query.Sharp[term];
            best = Math.Max(best, sharp);
        }

        return best;
    }

    /// <summary>Share of neighbouring hits, from <paramref name="first"/> on for <paramref name="width"/> characters, that stand in the question's order.</summary>
    public double Order(int first, int width)
    {
        int previous = -1, pairs = 0, ordered = 0;
        for (var i = first; i < _count && _hits[i].At < _hits[first].At + width; i++)
        {
            var term = _hits[i].Term;
            if (previous >= 0 && previous != term)
            {
                pairs++;
                if (term > previous) ordered++;
            }

            previous = term;
        }

        return pairs > 0 ? ordered / (double)pairs : 0.5;
    }

    /// <summary>BM25 of each of the article's passages as a share of the question's ideal, 0 to 1.</summary>
    public void Passages(RankQuery query, ReadOnlySpan<TextSpan> passages, double usualLength, Span<double> scores)
    {
        var hit = 0;
        for (var p = 0; p < passages.Length; p++)
        {
            scores[p] = 0;
            while (hit < _count && _hits[hit].At < passages[p].Start) hit++;
            if (hit == _count || _hits[hit].At >= passages[p].End) continue;
            Array.Clear(_counts);
            var norm = PassageK1 * (1 - PassageB + PassageB * passages[p].Length / usualLength);
            for (; hit < _count && _hits[hit].At < passages[p].End; hit++)
            {
                var term = _hits[hit].Term;
                var n = _counts[term]++;
                scores[p] += query.Weights[term] * ((n + 1) / (n + 1 + norm) - n / (n + norm));
            }
        }
    }

    private void Add(int at, int term, int sentence)
    {
        if (_count == _hits.Length) Array.Resize(ref _hits, 2 * _count);
        _hits[_count++] = (at, term, sentence);
        Frequency[term]++;
    }
}
