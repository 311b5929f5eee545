using System.Globalization;
using System.Text;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Cuts text to so many bytes, never inside a character, a surrogate pair, a figure, a word or an address.</summary>
internal static class TextCut
{
    private const string SentenceEnds = "。！？；\n";

    /// <summary>Longer runs of letters are no word anybody reads; they may be cut.</summary>
    private const int LongestWord = 400;

    /// <summary>How much of the text fits: its first so many code units. All of it where it fits; at least one character.</summary>
    public static int Fit(string text, int bytes)
    {
        if (XmlText.Bytes(text) <= bytes) return text.Length;
        var fits = WholeCharacters(text, bytes);
        // After a sentence where one ends in the second half; a reader minds a half-empty message less than half a sentence.
        var sentence = text.AsSpan(0, fits).LastIndexOfAny(SentenceEnds) + 1;
        if (sentence > 0 && sentence >= fits / 2) return AfterCloser(text, sentence, fits);
        var word = fits;
        while (word > 0 && fits - word < LongestWord && InWord(text, word)) word--;
        return word > 0 && !InWord(text, word) ? word : fits;
    }

    /// <summary>The text itself where it fits, else its beginning with … .</summary>
    public static string Shorten(string text, int bytes)
    {
        if (XmlText.Bytes(text) <= bytes) return text;
        var fits = WholeCharacters(text, bytes - Encoding.UTF8.GetByteCount("…"));
        return text[..fits] + "…";
    }

    private static int WholeCharacters(string text, int bytes)
    {
        var at = 0;
        for (var used = 0; at < text.Length;)
        {
            // What a reader sees as one character: a base with its marks, a family emoji.
            var next = at + StringInfo.GetNextTextElementLength(text, at);
            used += Bytes(text, at, next);
            if (used > bytes) break;
            at = next;
        }

        if (at > 0) return at;
        // One "character" of hundreds of marks: cut at a code point, but never send nothing.
        for (var used = 0; at < text.Length;)
        {
            var next = at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
            used += Bytes(text, at, next);
            if (used > bytes && at > 0) break;
            at = next;
        }

        return at;
    }

    // An end mark of CDATA is counted, split as it will be, with its first character.
    private static int Bytes(string text, int from, int to) =>
        Encoding.UTF8.GetByteCount(text.AsSpan(from, to - from)) + (text.AsSpan(from).StartsWith("]]>") ? XmlText.SplitEndExtra : 0);

    private static int AfterCloser(string text, int at, int fits)
    {
        while (at < fits && text[at] is '”' or '’' or '）' or '》' or '」') at++;
        // A mark such as [1] belongs to the sentence before it.
        if (at < fits && text[at] == '[' && text.IndexOf(']', at) is > 0 and var close && close < fits && close - at < 5) at = close + 1;
        return at;
    }

    private static bool InWord(string text, int at) => at < text.Length && text[at - 1] is > ' ' and <= '~' && text[at] is > ' ' and <= '~';
}
