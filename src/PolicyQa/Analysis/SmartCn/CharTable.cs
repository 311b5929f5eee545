using System.Globalization;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>Type (§3) and sentence class (§2) of every UTF-16 code unit, one byte each, so that both scans are table look-ups.</summary>
internal static class CharTable
{
    public const char FirstHan = '\u4E00';
    public const char LastHan = '\u9FA5';

    private static readonly byte[] _cells = Build();

    public static CharType TypeOf(char c) => (CharType)(_cells[c] & 0xF);

    /// <summary>Class of a BMP code point; a surrogate counts as lone.</summary>
    public static SentenceClass ClassOf(char c) => (SentenceClass)(_cells[c] >> 4);

    public static SentenceClass ClassOf(int codePoint) =>
        codePoint <= char.MaxValue ? ClassOf((char)codePoint) : ByCategory(CharUnicodeInfo.GetUnicodeCategory(codePoint));

    private static byte[] Build()
    {
        var cells = new byte[char.MaxValue + 1];
        for (var c = 0; c < cells.Length; c++)
        {
            cells[c] = (byte)((int)Type((char)c) | ((int)Class((char)c) << 4));
        }

        return cells;
    }

    // §3, in its order.
    private static CharType Type(char c) => c switch
    {
        >= '\uD800' and <= '\uDFFF' => CharType.Surrogate,
        >= FirstHan and <= LastHan => CharType.Han,
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => CharType.Letter,
        >= '0' and <= '9' => CharType.Digit,
        ' ' or '\t' or '\r' or '\n' or '\u3000' => CharType.Space,
        (>= '\u0021' and <= '\u00BB') or (>= '\u2010' and <= '\u2642') or (>= '\u3001' and <= '\u301E') => CharType.Delimiter,
        (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A') => CharType.FullwidthLetter,
        >= '\uFF10' and <= '\uFF19' => CharType.FullwidthDigit,
        >= '\uFE30' and <= '\uFF63' => CharType.Delimiter,
        _ => CharType.Other,
    };

    // §2: "first match wins".
    private static SentenceClass Class(char c)
    {
        var byCategory = ByCategory(CharUnicodeInfo.GetUnicodeCategory(c));
        return c switch
        {
            '\uFFFF' => SentenceClass.Illegal,
            _ when byCategory == SentenceClass.Ignored => SentenceClass.Ignored,
            '\u2029' => SentenceClass.Paragraph,
            '\t' or '\n' or '\f' or '\r' or '\u2028' => SentenceClass.Space,
            '!' or '?' or '。' or '！' or '？' => SentenceClass.Terminator,
            '.' or '．' => SentenceClass.Dot,
            ',' => SentenceClass.Comma,
            '\u0964' or '\u0965' => SentenceClass.Danda,
            '"' or '\'' => SentenceClass.Quote,
            _ => byCategory,
        };
    }

    private static SentenceClass ByCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => SentenceClass.Ignored,
        UnicodeCategory.SpaceSeparator => SentenceClass.Space,
        UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation => SentenceClass.Open,
        UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation => SentenceClass.Close,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => SentenceClass.Digit,
        UnicodeCategory.LowercaseLetter => SentenceClass.Lower,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => SentenceClass.Upper,
        _ => SentenceClass.Symbol,
    };
}
