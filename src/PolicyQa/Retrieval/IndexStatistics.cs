using PolicyQa.Analysis;
using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>Word statistics from the bigrams of an index.</summary>
internal sealed class IndexStatistics(IndexSnapshot snapshot) : ITermStatistics
{
    /// <summary>Above this many distinct bigrams, nearly every pair of sounds is some word: guessing typos would do harm.</summary>
    private const int MostTermsForTypos = 60_000;

    private readonly Lazy<ILookup<string, string>> _bySound = new(() => BySound(snapshot));

    public int Passages => Math.Max(1, snapshot.PassageCount);

    public int Frequency(string word)
    {
        var least = int.MaxValue;
        var scanner = new BigramScanner(word);
        while (scanner.MoveNext())
        {
            // A lone character is no term of longer runs: nothing is known of it.
            if (scanner.Length == 1 && BigramScanner.IsIdeographic(word[scanner.Start])) return Passages / 2;
            least = Math.Min(least, snapshot.PassageFrequency(word.AsSpan(scanner.Start, scanner.Length)));
        }

        return least == int.MaxValue ? Passages : least;
    }

    public string? SoundsLike(string word)
    {
        if (word.Length != 2 || Sound(word) is not { } sound) return null;
        string? best = null;
        var most = 0;
        foreach (var candidate in _bySound.Value[sound])
        {
            if (candidate[0] != word[0] && candidate[1] != word[1]) continue;
            var frequency = snapshot.PassageFrequency(candidate);
            if (frequency > most) (best, most) = (candidate, frequency);
        }

        return best;
    }

    private static string? Sound(string pair) => Pinyin.Of(pair[0]) is { } a && Pinyin.Of(pair[1]) is { } b ? a + " " + b : null;

    private static ILookup<string, string> BySound(IndexSnapshot snapshot)
    {
        List<(string Sound, string Term)> pairs = [];
        if (snapshot.PassageTerms.Count <= MostTermsForTypos)
        {
            foreach (var key in snapshot.PassageTerms.Keys)
            {
                if (TermTable.TryPair(key) is { } term && Sound(term) is { } sound) pairs.Add((sound, term));
            }
        }

        return pairs.ToLookup(p => p.Sound, p => p.Term, StringComparer.Ordinal);
    }
}
