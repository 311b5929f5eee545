using PolicyQa.Corpus;

namespace PolicyQa.Answering;

/// <summary>Quotation marks and brackets come in pairs.</summary>
internal static class Quotes
{
    private const string Openers = "“‘《（(【";
    private const string Closers = "”’》）)】";

    /// <summary>
    /// <paramref name="span"/> widened so that a mark opened outside it or closed outside it has its partner inside;
    /// narrowed at its ends where the partner is missing altogether.
    /// </summary>
    public static TextSpan Balance(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        Stack<int> open = [];
        for (var i = start; i < end; i++)
        {
            if (Openers.Contains(text[i]))
            {
                open.Push(i);
                continue;
            }

            var kind = Closers.IndexOf(text[i]);
            if (kind < 0) continue;
            if (open.Count > 0) open.Pop();
            else if (text.LastIndexOf(Openers[kind], start) is >= 0 and var before && before >= start - 30) start = before;
        }

        foreach (var at in open)
        {
            var kind = Openers.IndexOf(text[at]);
            if (text.IndexOf(Closers[kind], end) is >= 0 and var after && after <= end + 30) end = Math.Max(end, after + 1);
            else if (at == start) start++;
        }

        return start < end ? new TextSpan(start, end) : span;
    }
}
