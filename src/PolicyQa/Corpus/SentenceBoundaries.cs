namespace PolicyQa.Corpus;

/// <summary>Where sentences end: 。！？!?… with the closing marks after them, a line end, and '.' before white space.</summary>
public static class SentenceBoundaries
{
    /// <summary>“出发！”主题活动: so short a quotation is a name, and its mark ends no sentence.</summary>
    private const int QuotedName = 12;

    /// <summary>The sentences of text[start, end), without white space around them; linear.</summary>
    public static IEnumerable<TextSpan> Split(string text, int start, int end)
    {
        var from = start;
        var quote = -1;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '“') quote = i;
            else if (c == '”') quote = -1;
            var lineEnd = c == '\n';
            if (!lineEnd && !Ends(text, i, from, end)) continue;
            var stop = lineEnd ? i : Past(text, i, end);
            if (!lineEnd && c is '！' or '？' or '!' or '?' && quote >= from && i - quote <= QuotedName && stop < end && text[stop - 1] == '”' && Chinese.IsHan(text[stop])) continue;
            if (Trimmed(text, from, stop) is { Length: > 0 } sentence) yield return sentence;
            if (text.AsSpan(i, stop - i).Contains('”')) quote = -1;
            from = stop;
            i = Math.Max(i, stop - 1);
        }

        if (Trimmed(text, from, end) is { Length: > 0 } rest) yield return rest;
    }

    private static bool Ends(string text, int i, int from, int end) =>
        SentenceEnd.IsTerminator(text[i])
        || text[i] == '.' && (i + 1 == end || char.IsWhiteSpace(text[i + 1])) && i - from > 3;

    private static int Past(string text, int i, int end)
    {
        do i++;
        while (i < end && (SentenceEnd.IsTerminator(text[i]) || SentenceEnd.IsCloser(text[i])));
        return i;
    }

    internal static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }
}
