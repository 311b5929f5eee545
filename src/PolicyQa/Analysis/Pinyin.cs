using System.Collections.Frozen;

namespace PolicyQa.Analysis;

/// <summary>Toneless Mandarin readings of the 6,763 characters of GB 2312 (most frequent reading only).</summary>
/// <remarks>Table: Resources/pinyin.txt, derived with ICU's Han-Latin transform (see Resources/NOTICE.md).</remarks>
public static class Pinyin
{
    private static readonly Lazy<FrozenDictionary<char, string>> Readings = new(Load);

    /// <summary>The reading, or null where the table has none.</summary>
    public static string? Of(char c) => Readings.Value.GetValueOrDefault(c);

    /// <summary>True where both sound alike, counting the usual slips of an input method (zh/z, ch/c, sh/s, ang/an, eng/en, ing/in, n/l at the start).</summary>
    public static bool SoundAlike(char a, char b)
    {
        if (a == b) return true;
        return Of(a) is { } x && Of(b) is { } y && Blur(x) == Blur(y);
    }

    private static string Blur(string syllable)
    {
        var s = syllable;
        if (s.Length > 2 && s[1] == 'h') s = s[0] + s[2..];
        if (s.EndsWith("ng", StringComparison.Ordinal)) s = s[..^1];
        return s[0] == 'n' ? 'l' + s[1..] : s;
    }

    private static FrozenDictionary<char, string> Load()
    {
        var map = new Dictionary<char, string>(7000);
        foreach (var line in EmbeddedText.Lines("pinyin.txt"))
        {
            var blank = line.IndexOf(' ');
            var reading = line[..blank];
            foreach (var c in line.AsSpan(blank + 1)) map[c] = reading;
        }

        return map.ToFrozenDictionary();
    }
}
