namespace PolicyQa.Analysis;

/// <summary>
/// Folds one UTF-16 code unit to one: NFKC (where its result is a single code unit), Traditional → Simplified,
/// lower case, ideographic space → space. Because the length never changes, offsets into folded text are offsets
/// into the original.
/// </summary>
/// <remarks>Table: Resources/fold.txt, derived from Unicode NFKC and OpenCC's t2s (see Resources/NOTICE.md).</remarks>
public static class CharacterFolding
{
    private static readonly char[] Map = Load();

    public static char Fold(char c) => Map[c];

    /// <summary><paramref name="text"/> folded; same length.</summary>
    public static string Fold(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Map[source[i]];
        });

    /// <summary>Folded letters and digits alone: what two texts have in common whatever marks stand in them.</summary>
    public static string Bare(string text) => string.Concat(Fold(text).Where(char.IsLetterOrDigit));

    /// <summary>The same as <see cref="Fold(string)"/> into a buffer that is used again and again.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++) folded[i] = Map[text[i]];
    }

    private static char[] Load()
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 0; i < map.Length; i++) map[i] = (char)i;
        for (var c = 'A'; c <= 'Z'; c++) map[c] = (char)(c + 32);
        var lines = EmbeddedText.Lines("fold.txt").ToArray();
        for (var i = 0; i < lines[0].Length; i++) map[lines[0][i]] = lines[1][i];
        map['\u3000'] = ' ';
        map['\u00A0'] = ' ';
        return map;
    }
}
