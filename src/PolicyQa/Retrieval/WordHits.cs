using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>How the words of a question stand in one folded text: which are there, and how near neighbours stand to each other.</summary>
internal static class WordHits
{
    /// <summary>A word that stands more often than this says nothing more by standing somewhere else too.</summary>
    private const int MostPlaces = 50;

    private const double Near = 15;
    private const double Far = 60;

    /// <summary>Weight and plain share of the words that the text holds, themselves or by a variant.</summary>
    public static (double Weight, double Share) Covered(RankQuery query, string text)
    {
        if (query.Words.Count == 0) return (0, 0);
        double weight = 0;
        var found = 0;
        for (var i = 0; i < query.Words.Count; i++)
        {
            if (!Holds(text, query.Words[i])) continue;
            weight += query.WordWeights[i];
            found++;
        }

        return (weight, found / (double)query.Words.Count);
    }

    /// <summary>Words that are neighbours in the question: 1 where they are all neighbours in the text too, less the farther apart.</summary>
    public static (double Near, double Far) Pairs(RankQuery query, string text)
    {
        double near = 0, far = 0, all = 0;
        List<int> before = [];
        for (var i = 0; i < query.Words.Count; i++)
        {
            var here = Places(text, query.Words[i].Text);
            if (i > 0)
            {
                var weight = query.WordWeights[i - 1] + query.WordWeights[i];
                all += weight;
                if (Distance(before, here) is { } distance)
                {
                    near += weight / (1 + distance / Near);
                    far += weight / (1 + distance / Far);
                }
            }

            before = here;
        }

        return all > 0 ? (near / all, far / all) : (0, 0);
    }

    private static bool Holds(string text, FocusTerm word)
    {
        if (text.Contains(word.Text, StringComparison.Ordinal)) return true;
        foreach (var variant in word.Variants)
        {
            if (text.Contains(variant, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static List<int> Places(string text, string word)
    {
        List<int> places = [];
        for (var i = text.IndexOf(word, StringComparison.Ordinal); i >= 0 && places.Count < MostPlaces; i = text.IndexOf(word, i + 1, StringComparison.Ordinal)) places.Add(i);
        return places;
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
