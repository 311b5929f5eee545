namespace PolicyQa.Corpus;

/// <summary>Whether a line or paragraph ends where a sentence may end.</summary>
internal static class SentenceEnd
{
    public const string Terminators = "。！？!?…";

    /// <summary>Quotation marks and brackets that close after the full stop they belong to.</summary>
    public const string Closers = "”’」』）)】》〉\"'";

    public static bool IsTerminator(char c) => Terminators.Contains(c);

    public static bool IsCloser(char c) => Closers.Contains(c);

    /// <summary>"…。", "…；", "…：", also behind closing marks; "…。（记者 苗欣）" closes as well.</summary>
    public static bool Closes(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var bare = text.TrimEnd().TrimEnd("*_");
            var inner = bare.TrimEnd(Closers);
            if (inner.IsEmpty) return false;
            if (inner[^1] is '；' or '：' or ';' or ':' || IsTerminator(inner[^1]) || inner[^1] == '.' && inner.Length > 1 && char.IsAscii(inner[^2])) return true;
            if (bare[^1] is not ('）' or ')')) return false;
            var open = bare.LastIndexOfAny('（', '(');
            if (open <= 0) return false;
            text = bare[..open];
        }
    }
}
