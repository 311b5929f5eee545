using System.Globalization;

namespace PolicyQa.Analysis;

/// <summary>
/// Cuts folded text into terms: overlapping bigrams of Han (and kana, hangul) runs, a lone such character as it is,
/// runs of letters and digits whole, decimals and thousands (1.5, 1,633) kept together.
/// </summary>
public ref struct BigramScanner(ReadOnlySpan<char> folded)
{
    private readonly ReadOnlySpan<char> _text = folded;
    private int _next;

    /// <summary>First code unit of the current term.</summary>
    public int Start { get; private set; }

    /// <summary>Its length in code units.</summary>
    public int Length { get; private set; }

    public bool MoveNext()
    {
        while (_next < _text.Length)
        {
            var c = _text[_next];
            if (IsIdeographic(c))
            {
                Start = _next++;
                var paired = _next < _text.Length && IsIdeographic(_text[_next]);
                if (paired)
                {
                    Length = 2;
                    return true;
                }

                // The last character of a run was the second half of the bigram before it.
                if (Start > 0 && IsIdeographic(_text[Start - 1])) continue;
                Length = 1;
                return true;
            }

            if (IsWord(c))
            {
                Start = _next;
                while (_next < _text.Length && (IsWord(_text[_next]) || IsInnerPoint(_next))) _next++;
                Length = _next - Start;
                return true;
            }

            _next++;
        }

        return false;
    }

    /// <summary>True for Han characters, kana and hangul.</summary>
    public static bool IsIdeographic(char c) =>
        c >= '\u2E80' && (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or '〇' or '々');

    private static bool IsWord(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : !IsIdeographic(c) && char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private readonly bool IsInnerPoint(int i) =>
        _text[i] is '.' or ',' && i > 0 && i + 1 < _text.Length && char.IsAsciiDigit(_text[i - 1]) && char.IsAsciiDigit(_text[i + 1]);
}
