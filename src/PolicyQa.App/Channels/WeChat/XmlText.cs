using System.Text;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Text on its way into or out of XML 1.0.</summary>
internal static class XmlText
{
    /// <summary>
    /// Without the characters that XML 1.0 forbids (WeChat does send U+0002, U+0010, U+001D inside CDATA) and without halves
    /// of surrogate pairs.
    /// </summary>
    public static string Clean(string text)
    {
        var at = FirstIllegal(text, 0);
        if (at == text.Length) return text;
        var clean = new StringBuilder(text.Length);
        for (var from = 0; from < text.Length; at = FirstIllegal(text, from))
        {
            clean.Append(text, from, at - from);
            from = at + 1;
        }

        return clean.ToString();
    }

    /// <summary>As a CDATA section; an end mark inside is split over two sections, so that text cannot break out.</summary>
    public static string CData(string text) => $"<![CDATA[{Clean(text).Replace("]]>", SplitEnd)}]]>";

    private const string SplitEnd = "]]]]><![CDATA[>";

    /// <summary>What an end mark takes more when it is split.</summary>
    public const int SplitEndExtra = 12;

    /// <summary>Bytes that the text takes inside a CDATA section, UTF-8.</summary>
    public static int Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        for (var at = text.IndexOf("]]>", StringComparison.Ordinal); at >= 0; at = text.IndexOf("]]>", at + 1, StringComparison.Ordinal)) bytes += SplitEndExtra;
        return bytes;
    }

    private static int FirstIllegal(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (text[i] is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\uD800' and <= '\uDFFF') or '\uFFFE' or '\uFFFF') return i;
        }

        return text.Length;
    }
}
