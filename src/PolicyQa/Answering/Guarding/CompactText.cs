using PolicyQa.Analysis;

namespace PolicyQa.Answering.Guarding;

/// <summary>Text as the guard compares it: folded, without white space, marks of emphasis and thousands' commas.</summary>
internal static class CompactText
{
    public static string Of(string text)
    {
        var buffer = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = CharacterFolding.Fold(text[i]);
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '*' or '`' or '\u200B' or '\uFEFF') continue;
            // 1,633 = 1633; a comma between clauses has no three digits after it.
            if (c == ',' && length > 0 && char.IsAsciiDigit(buffer[length - 1]) && ThreeDigits(text, i + 1)) continue;
            buffer[length++] = c;
        }

        return new string(buffer, 0, length);
    }

    private static bool ThreeDigits(string text, int at)
    {
        // A full-width comma is punctuation, never part of a number.
        if (text[at - 1] != ',' || at + 3 > text.Length) return false;
        for (var i = at; i < at + 3; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
        }

        return at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]);
    }
}
