using System.Globalization;
using System.Text;

namespace PolicyQa.Evaluation;

/// <summary>Texts as scoring compares them: compatibility forms folded, no white space, lower case, by code point.</summary>
internal static class ScoredText
{
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F') continue;
            switch (Fold(c))
            {
                case { } several: result.Append(several); break;
                default: result.Append(char.ToLowerInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c)); break;
            }
        }

        return result.ToString();
    }

    /// <summary>As <see cref="Normalise"/>, without punctuation and symbols (Unicode categories P and S).</summary>
    public static int[] Letters(string? text) =>
        [.. Normalise(text).EnumerateRunes().Where(r => !IsPunctuationOrSymbol(Rune.GetUnicodeCategory(r))).Select(r => r.Value)];

    /// <summary>Length of the longest common stretch (contiguous, as CMRC 2018 counts it).</summary>
    public static int CommonStretch(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        var best = 0;
        foreach (var x in a)
        {
            for (var j = 0; j < b.Length; j++)
            {
                current[j + 1] = x == b[j] ? previous[j] + 1 : 0;
                best = Math.Max(best, current[j + 1]);
            }

            (previous, current) = (current, previous);
        }

        return best;
    }

    // string.Normalize(FormKC) does nothing under InvariantGlobalization, so the compatibility forms that really occur in
    // Chinese pages are listed here; full-width ASCII is folded by the caller.
    private static string? Fold(char c) => c switch
    {
        >= '①' and <= '⑳' => (c - '①' + 1).ToString(CultureInfo.InvariantCulture),
        '㎡' => "m2",
        '㎥' => "m3",
        '㎞' => "km",
        '㎝' => "cm",
        '㎜' => "mm",
        '㎏' => "kg",
        '㎎' => "mg",
        '℃' => "°c",
        '…' => "...",
        '²' => "2",
        '³' => "3",
        _ => null,
    };

    private static bool IsPunctuationOrSymbol(UnicodeCategory category) =>
        category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol;
}
