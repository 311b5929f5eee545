using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>How the words of a question stand in one folded text: which are there, and how near neighbours stand to each other. Used again for the next text, by one thread.</summary>
internal sealed class WordHits
{
    /// <summary>A word that stands more often than this says nothing more by standing somewhere else too.</summary>
    private const int MostPlaces = 50;

    private const double Near = 15;

    private readonly List<int> _even = new(MostPlaces);
    private readonly List<int> _odd = new(MostPlaces);

    /// <summary>
    /// Share: of the words, those that the text holds, themselves or by a variant. Near: for words that are neighbours in the
    /// question, 1 where they are all neighbours in the text too, less the farther apart.
    /// </summary>
    public (double Share, double Near) In(RankQuery query, TermHits hits)
    {
        if (query.Words.Count == 0) return (0, 0);
        var found = 0;
        double near = 0, all = 0;
        for (var i = 0; i < query.Words.Count; i++)
        {
            var (before, here) = i % 2 == 0 ? (_odd, _even) : (_even, _odd);
            here.Clear();
            if (query.WordTerms[i] is var term && (term < 0 || hits.Frequency[term] > 0)) Places(hits.Text, query.Words[i].Text, here);
            if (here.Count > 0 || HoldsVariant(hits.Text, query.Words[i])) found++;
            if (i == 0) continue;
            var weight = query.WordWeights[i - 1] + query.WordWeights[i];
            all += weight;
            if (Distance(before, here) is { } distance) near += weight / (1 + distance / Near);
        }

        return (found / (double)query.Words.Count, all > 0 ? near / all : 0);
    }

    private static bool HoldsVariant(ReadOnlySpan<char> text, FocusTerm word)
    {
        foreach (var variant in word.Variants)
        {
            if (text.Contains(variant, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static void Places(ReadOnlySpan<char> text, string word, List<int> places)
    {
        for (var from = 0; places.Count < MostPlaces;)
        {
            var at = text[from..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0) return;
            places.Add(from + at);
            from += at + 1;
        }
    }

    /// <summary>The least distance between two ascending lists; null where one is empty.</summary>
    private static int? Distance(List<int> a, List<int> b)
    {
        int? least = null;
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            least = Math.Min(least ?? int.MaxValue, Math.Abs(a[i] - b[j]));
            _ = a[i] < b[j] ? i++ : j++;
        }

        return least;
    }
}
