using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>
/// What the ranker knows of one article for one question. Every figure is relative (to the question's own ideal, to the
/// best candidate, to the usual length), so that weights learnt on one collection mean the same on another.
/// </summary>
internal static class RankFeatures
{
    /// <summary>So many characters of an article are looked at; more would cost time and seldom change the order.</summary>
    private const int LongestText = 12_000;

    private const double K1 = 0.9;
    private const double B = 0.4;

    /// <summary>BM25 that keeps rewarding repeated terms and hardly lets length pass.</summary>
    private const double HighK1 = 2;

    private const double HighB = 0.6;

    /// <summary>Names in order; the weights file goes by them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "first", "article", "passage",
        "bm25", "bm25High", "termShare", "special", "rare", "window25", "window60", "window120",
        "sentence", "sentenceSharp", "run", "order", "words", "wordShare", "pairsNear", "pairsFar",
        "characters", "charactersNear", "kindNear", "length", "position",
    ];

    /// <summary>The features of <paramref name="article"/>.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="article">Canonical text.</param>
    /// <param name="usualLength">Mean length of the collection's articles.</param>
    /// <param name="first">First stage: whole score, the article's own, its best passage's; each divided by the best of all candidates.</param>
    public static float[] Of(RankQuery query, string article, double usualLength, (double Whole, double Article, double Passage) first)
    {
        var text = CharacterFolding.Fold(article.Length > LongestText ? article[..LongestText] : article);
        var hits = new TermHits(query, text);
        var terms = Terms(query, hits.Frequency, text.Length / usualLength);
        var sharp = hits.Window(60);
        var wide = hits.Window(120);
        var sentence = hits.Sentence();
        var words = WordHits.Covered(query, text);
        var pairs = WordHits.Pairs(query, text);
        var characters = Characters(query, text, Around(text, sharp.Start - 40, sharp.Start + 100));
        return
        [
            (float)first.Whole, (float)first.Article, (float)first.Passage,
            (float)terms.Bm25, (float)terms.High, (float)terms.Share, (float)terms.Special, (float)Rare(query, hits.Frequency),
            (float)hits.Window(25).Weight, (float)sharp.Weight, (float)wide.Weight,
            (float)sentence.Weight, (float)sentence.Sharp, (float)hits.LongestRun(), (float)hits.Order(sharp.Start, sharp.Start + 60),
            (float)words.Weight, (float)words.Share, (float)pairs.Near, (float)pairs.Far,
            (float)characters.All, (float)characters.Near,
            KindNear(query.Kind, Around(text, wide.Start - 20, wide.Start + 180)),
            (float)Math.Log(Math.Max(1, text.Length) / usualLength),
            (float)(1 / (1 + sharp.Start / 100.0)),
        ];
    }

    private static (double Bm25, double High, double Share, double Special) Terms(RankQuery query, int[] frequency, double length)
    {
        double bm25 = 0, high = 0, share = 0, special = 0, specialAll = 0;
        for (var i = 0; i < frequency.Length; i++)
        {
            var weight = query.Weights[i];
            if (query.Special[i]) specialAll += weight;
            if (frequency[i] == 0) continue;
            if (query.Special[i]) special += weight;
            share += 1.0 / frequency.Length;
            bm25 += weight * frequency[i] / (frequency[i] + K1 * (1 - B + B * length));
            high += weight * frequency[i] / (frequency[i] + HighK1 * (1 - HighB + HighB * length));
        }

        return (bm25, high, share, specialAll > 0 ? special / specialAll : 0.5);
    }

    private static double Rare(RankQuery query, int[] frequency)
    {
        double some = 0, all = 0;
        foreach (var term in query.Rarest)
        {
            all += query.Weights[term];
            if (frequency[term] > 0) some += query.Weights[term];
        }

        return all > 0 ? some / all : 0;
    }

    /// <summary>Single characters bear out abbreviations and other words for the same thing.</summary>
    private static (double All, double Near) Characters(RankQuery query, string text, ReadOnlySpan<char> around)
    {
        double all = 0, near = 0;
        foreach (var (character, weight) in query.Characters)
        {
            if (!text.Contains(character)) continue;
            all += weight;
            if (around.Contains(character)) near += weight;
        }

        return (all, near);
    }

    private static ReadOnlySpan<char> Around(string text, int start, int end) => text.AsSpan()[Math.Clamp(start, 0, text.Length)..Math.Clamp(end, 0, text.Length)];

    private static float KindNear(QuestionKind kind, ReadOnlySpan<char> text) => kind switch
    {
        QuestionKind.Quantity => text.IndexOfAnyInRange('0', '9') >= 0 ? 1 : 0,
        QuestionKind.Time => text.IndexOfAny("年月日点时") is > 0 and var at && (char.IsAsciiDigit(text[at - 1]) || ChineseNumerals.IsNumeral(text[at - 1])) ? 1 : 0,
        _ => 0.5f,
    };
}
