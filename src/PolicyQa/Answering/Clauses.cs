using PolicyQa.Corpus;

namespace PolicyQa.Answering;

/// <summary>Clauses of folded text: what stands between commas, semicolons, colons and sentence ends.</summary>
internal static class Clauses
{
    /// <summary>Clauses in text order, punctuation left out.</summary>
    public static IReadOnlyList<TextSpan> Of(string folded)
    {
        List<TextSpan> clauses = [];
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && !IsBoundary(folded, i)) continue;
            if (i > start) clauses.Add(new TextSpan(start, i));
            start = i + 1;
        }

        return clauses;
    }

    /// <summary>The clause that holds <paramref name="offset"/>.</summary>
    public static TextSpan At(string folded, int offset)
    {
        int start = offset, end = offset;
        while (start > 0 && !IsBoundary(folded, start - 1)) start--;
        while (end < folded.Length && !IsBoundary(folded, end)) end++;
        return new TextSpan(start, end);
    }

    private static bool IsBoundary(string text, int i) => text[i] switch
    {
        ';' or '。' or '?' or '!' or '\n' or '…' => true,
        ',' or ':' => !(i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])),
        _ => false,
    };
}
