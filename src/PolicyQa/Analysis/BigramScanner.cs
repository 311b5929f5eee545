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
                _next = RunEnd(_text, Start);
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

    /// <summary>True where a run of letters and digits starts at <paramref name="at"/>, rather than goes on.</summary>
    internal static bool StartsRun(ReadOnlySpan<char> folded, int at) =>
        IsWord(folded[at]) && !(at > 0 && (IsWord(folded[at - 1]) || IsInnerPoint(folded, at - 1)));

    /// <summary>One past the last character of the run of letters and digits that starts at <paramref name="start"/>.</summary>
    internal static int RunEnd(ReadOnlySpan<char> folded, int start)
    {
        while (start < folded.Length && (IsWord(folded[start]) || IsInnerPoint(folded, start))) start++;
        return start;
    }

    private static bool IsWord(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : !IsIdeographic(c) && char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private static bool IsInnerPoint(ReadOnlySpan<char> text, int i) =>
        text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
}
