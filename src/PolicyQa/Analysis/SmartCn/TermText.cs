namespace PolicyQa.Analysis.SmartCn;

/// <summary>How a term is written (§6), and how a lexicon's words are compared with text.</summary>
internal static class TermText
{
    private const int FullwidthShift = 0xFEE0;

    /// <summary>Copies a run of letters or digits in lower case, ASCII only.</summary>
    /// <remarks>"If the run contained at least one full-width char: every char ≥ U+FF10 is reduced by 0xFEE0. Then A–Z → a–z". Only full-width letters and digits of a run lie there.</remarks>
    public static void CopyRun(ReadOnlySpan<char> run, Span<char> term)
    {
        for (var i = 0; i < run.Length; i++)
        {
            term[i] = Fold(run[i]);
        }
    }

    /// <summary>Copies <paramref name="word"/> without white space.</summary>
    /// <returns>Length of the term.</returns>
    public static int CopyWord(ReadOnlySpan<char> word, Span<char> term)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (CharTable.TypeOf(c) != CharType.Space)
            {
                term[length++] = c;
            }
        }

        return length;
    }

    /// <summary>A full-width letter or digit as its ASCII form, A–Z as a–z, everything else as it is.</summary>
    public static char Fold(char c)
    {
        if (CharTable.TypeOf(c) is CharType.FullwidthLetter or CharType.FullwidthDigit)
        {
            c = (char)(c - FullwidthShift);
        }

        return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
    }
}
