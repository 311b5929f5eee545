using System.Globalization;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http;

/// <summary>
/// The place in an article that an address names, and where its words stand now. site.js follows the same rules for addresses
/// whose place is in the fragment, which a server never sees.
/// </summary>
/// <param name="Asked">As the address says it.</param>
/// <param name="Found">Where the very words stand; null where they cannot be told any more, and then nothing may be highlighted.</param>
internal sealed record CitedPlace(TextSpan Asked, TextSpan? Found)
{
    /// <summary>Nine digits fit an int whatever they are.</summary>
    private const int MostDigits = 9;

    /// <summary>Code units that a search may hash: some 20 ms. A sentence in an article of 100,000 characters fits.</summary>
    private const long SearchBudget = 1 << 24;

    public bool HasMoved => Found is { } found && found != Asked;

    /// <summary>The place that a query names; null where it names none.</summary>
    /// <param name="text">The article's canonical text.</param>
    /// <param name="start">Offset of the first code unit.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="fingerprint">Of the words cited; null where the address has none, which is then believed.</param>
    public static CitedPlace? Find(string text, string? start, string? end, string? fingerprint)
    {
        if (start is null && end is null) return null;
        if (Offset(start) is not { } from || Offset(end) is not { } to || from >= to) return new CitedPlace(default, null);
        var asked = new TextSpan(from, to);
        if (Fits(text, asked) && (fingerprint is null || ExcerptFingerprint.Of(text.AsSpan(from, asked.Length)) == fingerprint)) return new CitedPlace(asked, asked);
        return new CitedPlace(asked, fingerprint is null ? null : Search(text, asked.Length, fingerprint));
    }

    /// <summary>The only stretch of this length with this fingerprint; with two, either could be the wrong one.</summary>
    private static TextSpan? Search(string text, int length, string fingerprint)
    {
        if ((text.Length - length + 1L) * length > SearchBudget) return null;
        if (fingerprint.Length != 8 || !uint.TryParse(fingerprint, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var wanted)) return null;
        TextSpan? found = null;
        for (var start = 0; start + length <= text.Length; start++)
        {
            if (ExcerptFingerprint.Hash(text.AsSpan(start, length)) != wanted) continue;
            var span = new TextSpan(start, start + length);
            if (!Fits(text, span)) continue;
            if (found is not null) return null;
            found = span;
        }

        return found;
    }

    private static int? Offset(string? digits) =>
        digits is { Length: <= MostDigits } && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;

    /// <summary>Inside the text, and no character cut in two.</summary>
    private static bool Fits(string text, TextSpan span) => span.End <= text.Length && !Cuts(text, span.Start) && !Cuts(text, span.End);

    private static bool Cuts(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
