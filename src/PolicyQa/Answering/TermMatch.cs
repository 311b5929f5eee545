using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>How far a text bears out a focus term.</summary>
internal static class TermMatch
{
    private const double ByVariant = 0.9;
    private const double ByAbbreviation = 0.5;

    /// <summary>0 (not at all) to 1 (the very word). <paramref name="text"/> is folded.</summary>
    public static double Degree(FocusTerm term, ReadOnlySpan<char> text)
    {
        var word = term.Text.AsSpan();
        if (Holds(text, word)) return 1;
        foreach (var variant in term.Variants)
        {
            if ((variant.Length >= 2 || char.IsAsciiDigit(variant[0]) || ChineseNumerals.IsNumeral(variant[0])) && Holds(text, variant)) return ByVariant;
        }

        if (char.IsAsciiLetterOrDigit(word[0])) return 0;
        var best = word.Length is 2 or 3 && Abbreviates(text, word) ? ByAbbreviation : 0;
        if (word.Length < 3) return best;
        var found = 0;
        for (var i = 0; i + 2 <= word.Length; i++)
        {
            if (text.IndexOf(word.Slice(i, 2), StringComparison.Ordinal) >= 0) found++;
        }

        var share = found / (double)(word.Length - 1);
        return Math.Max(best, share >= 0.5 ? 0.85 * share : 0.3 * share);
    }

    /// <summary>Weighted mean of the degrees, 0–1; 1 where there are no terms.</summary>
    public static double Coverage(IEnumerable<FocusTerm> terms, string text)
    {
        double sum = 0, all = 0;
        foreach (var term in terms)
        {
            all += term.Weight;
            sum += term.Weight * Degree(term, text);
        }

        return all > 0 ? sum / all : 1;
    }

    /// <summary>Whole figures only: 33 is not in 1633.</summary>
    private static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0]) && !char.IsAsciiDigit(word[^1])) return text.IndexOf(word, StringComparison.Ordinal) >= 0;
        for (var at = 0; at < text.Length;)
        {
            var i = text[at..].IndexOf(word, StringComparison.Ordinal);
            if (i < 0) return false;
            i += at;
            var before = i > 0 && (char.IsAsciiDigit(text[i - 1]) || (text[i - 1] == '.' && i > 1 && char.IsAsciiDigit(text[i - 2])));
            var after = i + word.Length < text.Length && char.IsAsciiDigit(text[i + word.Length]);
            if (!(before && char.IsAsciiDigit(word[0])) && !(after && char.IsAsciiDigit(word[^1]))) return true;
            at = i + 1;
        }

        return false;
    }

    /// <summary>规上 in 规模以上: the characters in order, close together, the first two not apart by much.</summary>
    private static bool Abbreviates(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (var start = text.IndexOf(word[0]); start >= 0; start = NextOf(text, word[0], start + 1))
        {
            var w = 1;
            var end = Math.Min(text.Length, start + word.Length * 2 + 1);
            for (var i = start + 1; i < end && w < word.Length; i++)
            {
                if (!char.IsLetterOrDigit(text[i])) break;
                if (text[i] == word[w]) w++;
            }

            if (w == word.Length) return true;
        }

        return false;
    }

    private static int NextOf(ReadOnlySpan<char> text, char character, int from) => text[from..].IndexOf(character) is var at && at >= 0 ? from + at : -1;
}
