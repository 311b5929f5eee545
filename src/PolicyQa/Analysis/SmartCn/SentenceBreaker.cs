using static PolicyQa.Analysis.SmartCn.SentenceState;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Finds where sentences end (§2), as the JDK's sentence iterator does, accidents included: line breaks are white space,
/// 。！？ with closers and spaces after them end a sentence, an ASCII dot only before a capital or Han letter.
/// </summary>
internal static class SentenceBreaker
{
    private const int Classes = (int)SentenceClass.Symbol + 1;

    // The table of §2, its empty cells filled in from the Body row. Columns:
    // PARA, SPACE, TERM, DOT, COMMA, DANDA, QUOTE, OPEN, CLOSE, DIGIT, LOWER, UPPER, SYM.
    private static readonly SentenceState[] _next =
    [
        /* Body             */ Paragraph, Body, Terminators, Dot, Body, Danda, Body, Body, Body, Body, Body, Body, Body,
        /* Dot              */ Paragraph, DotSpace, Terminators, Dot, Body, Opener, DotQuote, Opener, Dot, Body, Body, Body, Opener,
        /* DotQuote         */ Paragraph, DotSpace, Terminators, Dot, Body, FirstOpener, DotQuote, FirstOpener, Dot, Body, Hit, Hit, FirstOpener,
        /* DotSpace         */ Paragraph, DotSpaces, Terminators, Dot, Body, Opener, Opener, Opener, Body, Body, Body, Hit, Opener,
        /* DotSpaces        */ Paragraph, DotSpaces, Terminators, Dot, Body, FirstOpener, FirstOpener, FirstOpener, Body, Body, Hit, Hit, FirstOpener,
        /* Opener           */ Paragraph, Body, Terminators, Dot, Body, Opener, Opener, Opener, Body, Body, Hit, Hit, Opener,
        /* FirstOpener      */ Stop, Stop, Stop, Stop, Stop, Opener, Opener, Opener, Stop, Stop, Hit, Hit, Opener,
        /* Terminators      */ Paragraph, TerminatorsSpace, Terminators, Terminators, Stop, Stop, Terminators, Stop, Terminators, Stop, Stop, Stop, Stop,
        /* TerminatorsSpace */ Paragraph, TerminatorsSpace, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop,
        /* Danda            */ Stop, Danda, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop,
        /* Paragraph        */ Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop,
        /* Hit              */ Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop,
    ];

    /// <summary>End of the sentence of <paramref name="block"/> that starts at <paramref name="start"/>; always greater than it.</summary>
    /// <param name="block">A block of §1; it may be cut anywhere, so a surrogate at its edge can be a lone one.</param>
    /// <param name="start">Less than the block's length.</param>
    public static int NextBreak(ReadOnlySpan<char> block, int start)
    {
        var result = start + CodePointLength(block, start);
        if (block[start] == '\uFFFF')
        {
            return result;
        }

        var look = -1;
        var state = Body;
        var i = start;
        while (true)
        {
            if (state == Body)
            {
                // Most of any text: nothing leaves Body but the few classes below, so no need to decode pairs.
                var before = i;
                while (i < block.Length && StaysInBody(block[i]))
                {
                    i++;
                }

                result = i > before ? i : result;
            }

            if (i >= block.Length)
            {
                return look == block.Length ? look : result;
            }

            var length = CodePointLength(block, i);
            var kind = length == 1 ? CharTable.ClassOf(block[i]) : CharTable.ClassOf(char.ConvertToUtf32(block[i], block[i + 1]));
            if (kind == SentenceClass.Illegal)
            {
                return result;
            }

            if (kind != SentenceClass.Ignored)
            {
                state = _next[((int)state * Classes) + (int)kind];
            }

            i += length;
            switch (state)
            {
                case Stop:
                    return result;
                case Dot or DotQuote or DotSpace or DotSpaces:
                    look = i;
                    break;
                case Hit:
                    result = look;
                    break;
                case Body or Terminators or TerminatorsSpace or Danda or Paragraph:
                    result = i;
                    break;
                default:
                    break;
            }
        }
    }

    private static bool StaysInBody(char c) =>
        CharTable.ClassOf(c) is not (SentenceClass.Paragraph or SentenceClass.Terminator or SentenceClass.Dot or SentenceClass.Danda or SentenceClass.Illegal);

    private static int CodePointLength(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
