using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicyQa.Analysis;

namespace PolicyQa.Indexing;

/// <summary>
/// One field of the index, read once into arrays that a search runs through: which articles hold a term, and how often.
/// Scores as <see cref="FieldBm25Similarity"/> does, ten times as fast as Lucene's scorers get there. Immutable, thread-safe.
/// </summary>
/// <remarks>Three bytes a posting: the distance to the article before it, and the frequency.</remarks>
internal sealed class PostingTable
{
    /// <summary>No posting, only so far a step; the next one goes on from there.</summary>
    private const ushort Leap = ushort.MaxValue;

    /// <summary>From so many articles on, a search leaves common terms out.</summary>
    private const int ManyArticles = 5000;

    /// <summary>A term is common that stands in one article of so many, or in more: it tells few of them apart, and is most of the work.</summary>
    private const int CommonIn = 4;

    private readonly TermTable _terms; // 1 + number of the term
    private readonly List<int> _starts = [0];
    private readonly List<int> _frequencies = [];
    private readonly byte[] _lengths;
    private readonly float[] _norms = new float[byte.MaxValue + 1];
    private readonly int _articles;
    private ushort[] _steps;
    private byte[] _counts;
    private int _used;

    /// <summary>Reads a field.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="field">A field with frequencies and norms.</param>
    /// <param name="ordinals">The article of each document.</param>
    public PostingTable(DirectoryReader reader, string field, int[] ordinals)
    {
        var terms = MultiFields.GetTerms(reader, field);
        _articles = terms is { DocCount: > 0 } ? terms.DocCount : Math.Max(1, reader.MaxDoc);
        var usual = terms is { SumTotalTermFreq: > 0 } ? (float)(terms.SumTotalTermFreq / (double)_articles) : 1;
        for (var i = 0; i < _norms.Length; i++) _norms[i] = IndexFields.K1 * ((1 - IndexFields.B) + IndexFields.B * FieldBm25Similarity.LengthOf((byte)i) / usual);
        _lengths = new byte[ordinals.Length];
        if (MultiDocValues.GetNormValues(reader, field) is { } norms)
        {
            for (var doc = 0; doc < ordinals.Length; doc++) _lengths[ordinals[doc]] = (byte)norms.Get(doc);
        }

        _terms = new TermTable();
        _steps = new ushort[Math.Max(0, terms?.SumDocFreq ?? 0)];
        _counts = new byte[_steps.Length];
        if (terms is null) return;
        var inOrder = InOrder(ordinals);
        DocsEnum? docs = null;
        List<(int Ordinal, int Count)> postings = [];
        Span<char> text = stackalloc char[128];
        for (var e = terms.GetEnumerator(); e.MoveNext();)
        {
            if (ordinals.Length >= ManyArticles && (long)e.DocFreq * CommonIn >= ordinals.Length) continue;
            postings.Clear();
            docs = e.Docs(null, docs, DocsFlags.FREQS);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc()) postings.Add((ordinals[doc], docs.Freq));
            if (!inOrder) postings.Sort();
            Add(Key(e.Term, text), postings);
        }

        _terms.Trim();
        _starts.TrimExcess();
        _frequencies.TrimExcess();
        Array.Resize(ref _steps, _used);
        Array.Resize(ref _counts, _used);
    }

    /// <summary>The term's number, or -1 where no article holds it or it tells nothing.</summary>
    public int Find(ReadOnlySpan<char> term) => _terms[TermTable.KeyOf(term)] - 1;

    /// <summary>Adds the term's BM25 to the scores of all articles that hold it.</summary>
    /// <param name="term">From <see cref="Find"/>.</param>
    /// <param name="boost">What the term counts for.</param>
    /// <param name="scores">By ordinal.</param>
    public void Score(int term, float boost, Span<double> scores)
    {
        var n = _frequencies[term];
        var weight = (float)InverseFrequency.Of(n, Math.Max(n, _articles)) * boost * (IndexFields.K1 + 1);
        var (start, end) = (_starts[term], _starts[term + 1]);
        var steps = _steps.AsSpan(start, end - start);
        var counts = _counts.AsSpan(start, steps.Length);
        var (norms, lengths) = (_norms, _lengths);
        var article = -1;
        for (var i = 0; i < steps.Length; i++)
        {
            article += steps[i];
            if (steps[i] == Leap) continue;
            float count = counts[i];
            scores[article] += weight * count / (count + norms[lengths[article]]);
        }
    }

    private static bool InOrder(int[] ordinals)
    {
        for (var i = 1; i < ordinals.Length; i++)
        {
            if (ordinals[i] < ordinals[i - 1]) return false;
        }

        return true;
    }

    private static ulong Key(Lucene.Net.Util.BytesRef term, Span<char> text)
    {
        var bytes = term.Bytes.AsSpan(term.Offset, term.Length);
        return bytes.Length <= text.Length ? TermTable.KeyOf(text[..System.Text.Encoding.UTF8.GetChars(bytes, text)]) : TermTable.KeyOf(term.Utf8ToString());
    }

    private void Add(ulong key, List<(int Ordinal, int Count)> postings)
    {
        if (postings.Count == 0) return;
        var last = -1;
        foreach (var (ordinal, count) in postings)
        {
            for (; ordinal - last >= Leap; last += Leap) Append(Leap, 0);
            Append((ushort)(ordinal - last), (byte)Math.Min(count, byte.MaxValue));
            last = ordinal;
        }

        _starts.Add(_used);
        _frequencies.Add(postings.Count);
        _terms.Value(key) = _frequencies.Count;
    }

    private void Append(ushort step, byte count)
    {
        if (_used == _steps.Length)
        {
            Array.Resize(ref _steps, 2 * _used + 16);
            Array.Resize(ref _counts, _steps.Length);
        }

        _steps[_used] = step;
        _counts[_used++] = count;
    }
}
