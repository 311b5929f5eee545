using PolicyQa.Analysis;
using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>The question as the ranker sees it: its terms in order, what each weighs (all together 1), and its words.</summary>
internal sealed class RankQuery
{
    private const int Slots = 512;
    private const int MostTerms = 120;
    private const int Starts = 1024;

    private readonly short[] _table = new short[Slots];
    private readonly bool[] _starts = new bool[Starts];
    private readonly List<string> _terms = [];

    public RankQuery(Question question, IndexSnapshot snapshot)
    {
        Kind = question.Kind;
        Array.Fill(_table, (short)-1);
        var text = question.SearchText;
        List<int> sequence = [];
        List<bool> joined = [];
        var (last, length) = (-2, 0);
        var scanner = new BigramScanner(text);
        while (scanner.MoveNext())
        {
            var term = text.Substring(scanner.Start, scanner.Length);
            if (scanner.Length == 1 && StopWords.Contains(term)) continue;
            var number = IndexOf(term);
            if (number < 0)
            {
                if (_terms.Count == MostTerms) break;
                number = Insert(term);
            }

            sequence.Add(number);
            joined.Add(scanner.Length == 2 && length == 2 && scanner.Start == last + 1);
            (last, length) = (scanner.Start, scanner.Length);
        }

        Weights = new double[_terms.Count];
        for (var i = 0; i < Weights.Length; i++) Weights[i] = Rarity(snapshot.PassageFrequency(_terms[i]), snapshot.PassageCount);
        Sharp = [.. Weights.Select(w => w * w)];
        Normalise(Sharp);
        Normalise(Weights);
        Dictionary<char, double> characters = [];
        for (var i = 0; i < Weights.Length; i++)
        {
            foreach (var c in _terms[i]) characters[c] = characters.GetValueOrDefault(c) + Weights[i] / _terms[i].Length;
        }

        Characters = [.. characters.OrderBy(p => p.Key).Select(p => (p.Key, p.Value))];
        Next = new int[_terms.Count];
        Array.Fill(Next, -1);
        for (var i = 1; i < sequence.Count; i++)
        {
            if (joined[i]) Next[sequence[i - 1]] = sequence[i];
        }

        Special = [.. _terms.Select(t => !BigramScanner.IsIdeographic(t[0]))];
        Rarest = [.. Enumerable.Range(0, _terms.Count).OrderByDescending(i => Weights[i]).ThenBy(i => i).Take(4)];
        Words = question.Focus;
        WordWeights = [.. Words.Select(w => w.Weight * (w.FromHistory ? 0.5 : 1))];
        Normalise(WordWeights);
    }

    public QuestionKind Kind { get; }

    /// <summary>Distinct terms.</summary>
    public int Count => _terms.Count;

    /// <summary>Share of each term in the question's weight; they add up to 1.</summary>
    public double[] Weights { get; }

    /// <summary>The same from squared rarity: what is rare counts for more.</summary>
    public double[] Sharp { get; }

    /// <summary>The characters of the terms and their shares.</summary>
    public (char Character, double Weight)[] Characters { get; }

    /// <summary>The term that follows, one character on; -1 for none.</summary>
    public int[] Next { get; }

    /// <summary>Letters and digits rather than Han.</summary>
    public bool[] Special { get; }

    /// <summary>The four heaviest terms.</summary>
    public int[] Rarest { get; }

    public IReadOnlyList<FocusTerm> Words { get; }

    public double[] WordWeights { get; }

    /// <summary>Number of the term, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> term)
    {
        // Nearly every term of an article starts with a character that the question does not have.
        if (!_starts[term[0] % Starts]) return -1;
        for (var slot = Hash(term); ; slot = (slot + 1) % Slots)
        {
            var number = _table[slot];
            if (number < 0 || term.SequenceEqual(_terms[number])) return number;
        }
    }

    private int Insert(string term)
    {
        _starts[term[0] % Starts] = true;
        var slot = Hash(term);
        while (_table[slot] >= 0) slot = (slot + 1) % Slots;
        _table[slot] = (short)_terms.Count;
        _terms.Add(term);
        return _terms.Count - 1;
    }

    private static int Hash(ReadOnlySpan<char> term)
    {
        var hash = 17u;
        foreach (var c in term) hash = (hash ^ c) * 2654435761u;
        return (int)(hash >> 23);
    }

    /// <summary>Robertson and Spärck Jones' idf.</summary>
    private static double Rarity(int frequency, int passages) => Math.Log(1 + (Math.Max(passages, frequency) - frequency + 0.5) / (frequency + 0.5));

    private static void Normalise(double[] weights)
    {
        var sum = weights.Sum();
        if (sum <= 0) return;
        for (var i = 0; i < weights.Length; i++) weights[i] /= sum;
    }
}
