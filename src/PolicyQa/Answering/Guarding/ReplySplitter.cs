using System.Text;

namespace PolicyQa.Answering.Guarding;

/// <summary>Cuts a reply into sentences while it still comes in. The last one is held back until something follows it: its citation may be under way.</summary>
public sealed class ReplySplitter
{
    private const string Ends = "。！？!?\n";
    private const string Closers = "”’」』）)";
    private readonly StringBuilder _rest = new();

    /// <summary>Takes the next piece; gives the sentences that are now complete, as written.</summary>
    public IReadOnlyList<string> Add(string piece)
    {
        _rest.Append(piece);
        var text = _rest.ToString();
        List<string> complete = [];
        var from = 0;
        while (EndOf(text, from) is { } end && end < text.Length)
        {
            complete.Add(text[from..end]);
            from = end;
        }

        _rest.Remove(0, from);
        return complete;
    }

    /// <summary>What is left when nothing more comes.</summary>
    public IReadOnlyList<string> Finish()
    {
        var text = _rest.ToString();
        _rest.Clear();
        return text.Length == 0 ? [] : [text];
    }

    /// <summary>One past the sentence that begins at <paramref name="from"/>, its citations included; null where it has no end yet.</summary>
    private static int? EndOf(string text, int from)
    {
        var quoted = 0;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '“') quoted++;
            else if (text[i] == '”') quoted = Math.Max(0, quoted - 1);
            // “出发！”主题活动: no end inside a quotation that goes on.
            if (!Ends.Contains(text[i]) || (quoted > 0 && text[i] != '\n' && !(i + 1 < text.Length && text[i + 1] == '”'))) continue;
            var end = i + 1;
            while (end < text.Length && (Closers.Contains(text[end]) || (text[i] != '\n' && Ends.Contains(text[end])))) end++;
            return text[i] == '\n' ? end : Cited(text, end);
        }

        return null;
    }

    /// <summary>Past the marks [1][2] that follow; the end of the text where one is not closed yet.</summary>
    private static int Cited(string text, int end)
    {
        while (true)
        {
            var at = end;
            while (at < text.Length && text[at] is ' ' or '　') at++;
            if (at == text.Length) return text.Length;
            if (text[at] is not ('[' or '［' or '【')) return end;
            var close = text.AsSpan(at).IndexOfAny(']', '］', '】');
            if (close < 0) return text.Length;
            end = at + close + 1;
            if (end < text.Length && text[end] == '(')
            {
                // [1](address): the address belongs to the mark.
                var bracket = text.IndexOf(')', end);
                if (bracket < 0) return text.Length;
                end = bracket + 1;
            }
        }
    }
}
