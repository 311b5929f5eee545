using System.Globalization;

namespace PolicyQa.Corpus;

/// <summary>
/// What a link carries of the words it cites, so that whoever opens it can tell whether they still stand there: FNV-1a, 32 bit, over
/// the UTF-16 code units, low byte before high byte. Eight lower-case hex digits. The pages' script computes the same.
/// </summary>
public static class ExcerptFingerprint
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    public static string Of(ReadOnlySpan<char> excerpt) => Hash(excerpt).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The same as a number, for comparing many.</summary>
    public static uint Hash(ReadOnlySpan<char> excerpt)
    {
        var hash = OffsetBasis;
        foreach (var unit in excerpt)
        {
            hash = (hash ^ (byte)unit) * Prime;
            hash = (hash ^ (byte)(unit >> 8)) * Prime;
        }

        return hash;
    }
}
