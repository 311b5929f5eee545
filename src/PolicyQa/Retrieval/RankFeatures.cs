using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>
/// What the ranker knows of one article for one question. Every figure is relative (to the question's own ideal, to the
/// best candidate), so that weights learnt on one collection mean the same on another; and more of each is better, so that
/// no weight may be negative.
/// </summary>
internal static class RankFeatures
{
    private const double K1 = 0.9;
    private const double B = 0.7;

    /// <summary>A stretch in which terms are near each other.</summary>
    private const int Stretch = 60;

    /// <summary>A wider one, in which an answer may stand.</summary>
    private const int WideStretch = 120;

    /// <summary>Names in order; the weights file goes by them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["first", "unigrams", "special", "sentence", "order", "words", "pairs", "characters", "charactersNear", "kindNear", "position"];

    /// <summary>The features of the article that was read last.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="hits">Where its terms stand in the article.</param>
    /// <param name="wordHits">Counts its words.</param>
    /// <param name="length">The article's length, 1 for the collection's mean.</param>
    /// <param name="first">The first stage's score, divided by the best of all candidates.</param>
    public static float[] Of(RankQuery query, TermHits hits, WordHits wordHits, double length, double first)
    {
        var (_, stretch) = hits.Window(query, Stretch);
        var start = hits.At(stretch);
        var words = wordHits.In(query, hits);
        var characters = Characters(query, hits, Around(hits.Text, start - 40, start + 100));
        return
        [
            (float)first, (float)Unigrams(query, hits, length), (float)Special(query, hits), (float)hits.Sentence(query), (float)hits.Order(stretch, Stretch),
            (float)words.Share, (float)words.Near, (float)characters.All, (float)characters.Near, KindNear(query, hits), (float)(1 / (1 + start / 100.0)),
        ];
    }

    /// <summary>BM25 of single characters, as a share of the most it can be.</summary>
    private static double Unigrams(RankQuery query, TermHits hits, double length)
    {
        var (score, norm) = (0d, K1 * (1 - B + B * length));
        for (var c = 1; c < query.Characters; c++)
        {
            if (hits.CharacterFrequency[c] is > 0 and var n) score += query.CharacterRarity[c] * n / (n + norm);
        }

        return score;
    }

    /// <summary>Of the question's letters and digits, how much is there.</summary>
    private static double Special(RankQuery query, TermHits hits)
    {
        double some = 0, all = 0;
        for (var i = 0; i < query.Count; i++)
        {
            if (!query.Special[i]) continue;
            all += query.Weights[i];
            if (hits.Frequency[i] > 0) some += query.Weights[i];
        }

        return all > 0 ? some / all : 0.5;
    }

    /// <summary>Single characters bear out abbreviations and other words for the same thing.</summary>
    private static (double All, double Near) Characters(RankQuery query, TermHits hits, ReadOnlySpan<char> around)
    {
        double all = 0, near = 0;
        for (var c = 1; c < query.Characters; c++)
        {
            if (hits.CharacterFrequency[c] > 0) all += query.CharacterWeights[c];
        }

        Span<bool> seen = stackalloc bool[256];
        seen.Clear();
        foreach (var character in around)
        {
            var c = query.Marks[character];
            if (c == 0 || c >= RankQuery.RunStart || seen[c]) continue;
            seen[c] = true;
            near += query.CharacterWeights[c];
        }

        return (all, near);
    }

    private static ReadOnlySpan<char> Around(ReadOnlySpan<char> text, int start, int end) => text[Math.Clamp(start, 0, text.Length)..Math.Clamp(end, 0, text.Length)];

    /// <summary>Does the kind of answer that is asked for stand near the question's terms?</summary>
    private static float KindNear(RankQuery query, TermHits hits)
    {
        if (query.Kind is not (QuestionKind.Quantity or QuestionKind.Time)) return 0.5f;
        var start = hits.At(hits.Window(query, WideStretch).First);
        var text = Around(hits.Text, start - 20, start + 180);
        if (query.Kind == QuestionKind.Quantity) return text.IndexOfAnyInRange('0', '9') >= 0 ? 1 : 0;
        return text.IndexOfAny("年月日点时") is > 0 and var at && (char.IsAsciiDigit(text[at - 1]) || ChineseNumerals.IsNumeral(text[at - 1])) ? 1 : 0;
    }
}
