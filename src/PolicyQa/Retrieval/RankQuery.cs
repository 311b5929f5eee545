using PolicyQa.Analysis;
using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>The question as the ranker sees it: its terms in order, what each weighs (all together 1), its characters and its words.</summary>
internal sealed class RankQuery
{
    public const int MostTerms = 120;

    /// <summary>Marks, beside the numbers of characters, in <see cref="Marks"/>.</summary>
    public const byte SentenceEnd = 255;

    /// <inheritdoc cref="SentenceEnd"/>
    public const byte RunStart = 254;

    private const int MostCharacters = 250;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<char> _characters = ['\0'];
    private readonly short[] _pairs;

    /// <summary>Reads a question.</summary>
    /// <param name="folded">The words to search with.</param>
    /// <param name="kind">What is asked for.</param>
    /// <param name="words">The question's focus.</param>
    /// <param name="snapshot">For how rare everything is.</param>
    public RankQuery(string folded, QuestionKind kind, IReadOnlyList<FocusTerm> words, IndexSnapshot snapshot)
    {
        Kind = kind;
        foreach (var c in "。?!;\n") Marks[c] = SentenceEnd;
        foreach (var c in folded)
        {
            if (!BigramScanner.IsIdeographic(c) || Marks[c] != 0 || _characters.Count == MostCharacters) continue;
            Marks[c] = (byte)_characters.Count;
            _characters.Add(c);
        }

        Next = new int[MostTerms];
        Array.Fill(Next, -1);
        Read(folded);
        _pairs = Pairs();
        double[] rarity = [.. _terms.Select(t => Rarity(snapshot.PassageFrequency(t), snapshot.PassageCount))];
        Ideal = rarity.Sum();
        Weights = Shares(rarity);
        Sharp = Shares([.. Weights.Select(w => w * w)]);
        CharacterWeights = new double[_characters.Count];
        for (var i = 0; i < Weights.Length; i++)
        {
            foreach (var c in _terms[i])
            {
                if (BigramScanner.IsIdeographic(c)) CharacterWeights[Marks[c]] += Weights[i] / _terms[i].Length;
            }
        }

        CharacterRarity = Shares([0, .. _characters.Skip(1).Select(c => Rarity(snapshot.CharacterFrequency(c), snapshot.Articles.Count))]);
        Special = [.. _terms.Select(t => !BigramScanner.IsIdeographic(t[0]))];
        Words = words;
        WordWeights = Shares([.. Words.Select(w => w.Weight * (w.FromHistory ? 0.5 : 1))]);
        WordTerms = [.. Words.Select(w => w.Text.Length >= 2 ? _numbers.GetValueOrDefault(w.Text[..2], -1) : -1)];
    }

    public QuestionKind Kind { get; }

    /// <summary>Distinct terms.</summary>
    public int Count => _terms.Count;

    /// <summary>Distinct Han characters are numbered from 1 to this (exclusive).</summary>
    public int Characters => _characters.Count;

    /// <summary>For each character of a text: its number in the question, a mark, or 0 for what the question does not have.</summary>
    public byte[] Marks { get; } = new byte[char.MaxValue + 1];

    /// <summary>Added up rarity of the terms.</summary>
    public double Ideal { get; }

    /// <summary>Share of each term in the question's weight; they add up to 1.</summary>
    public double[] Weights { get; }

    /// <summary>The same from squared rarity: what is rare counts for more.</summary>
    public double[] Sharp { get; }

    /// <summary>What each numbered character weighs by the terms that it is part of.</summary>
    public double[] CharacterWeights { get; }

    /// <summary>What each numbered character weighs by its own rarity.</summary>
    public double[] CharacterRarity { get; }

    /// <summary>The term that follows, one character on; -1 for none.</summary>
    public int[] Next { get; }

    /// <summary>Letters and digits rather than Han.</summary>
    public bool[] Special { get; }

    public IReadOnlyList<FocusTerm> Words { get; }

    public double[] WordWeights { get; }

    /// <summary>The term that a word starts with: without it the word is not there; -1 where none is known.</summary>
    public int[] WordTerms { get; }

    /// <summary>The term of two numbered characters, or -1.</summary>
    public int Pair(int first, int second) => _pairs[first * _characters.Count + second];

    /// <summary>The term that a run of letters and digits is, or -1.</summary>
    public int Run(ReadOnlySpan<char> run) => _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(run, out var number) ? number : -1;

    private void Read(string folded)
    {
        var (last, before) = (-2, -1);
        var scanner = new BigramScanner(folded);
        while (scanner.MoveNext())
        {
            var term = folded.Substring(scanner.Start, scanner.Length);
            var han = BigramScanner.IsIdeographic(term[0]);
            // A lone character is counted as a character; as a term it would match nothing but lone characters.
            if (scanner.Length == 1 && (han || StopWords.Contains(term))) continue;
            if (!_numbers.TryGetValue(term, out var number))
            {
                if (_terms.Count == MostTerms) break;
                _numbers[term] = number = _terms.Count;
                _terms.Add(term);
                if (!han) Marks[term[0]] = RunStart;
            }

            if (han && before >= 0 && scanner.Start == last + 1) Next[before] = number;
            (last, before) = (scanner.Start, han ? number : -1);
        }
    }

    private short[] Pairs()
    {
        var pairs = new short[_characters.Count * _characters.Count];
        Array.Fill(pairs, (short)-1);
        for (var i = 0; i < _terms.Count; i++)
        {
            if (!BigramScanner.IsIdeographic(_terms[i][0])) continue;
            var (first, second) = (Marks[_terms[i][0]], Marks[_terms[i][1]]);
            if (first > 0 && second > 0) pairs[first * _characters.Count + second] = (short)i;
        }

        return pairs;
    }

    /// <summary>Robertson and Spärck Jones' idf.</summary>
    private static double Rarity(int frequency, int all) => InverseFrequency.Of(frequency, Math.Max(all, frequency));

    private static double[] Shares(double[] weights)
    {
        var sum = weights.Sum();
        if (sum <= 0) return weights;
        for (var i = 0; i < weights.Length; i++) weights[i] /= sum;
        return weights;
    }
}
