namespace PolicyQa.Corpus;

/// <summary>Lines of a .txt file.</summary>
internal static class PlainTextLines
{
    public static IReadOnlyList<PageLine> Read(string text)
    {
        var lines = new List<PageLine>();
        int number = 0, start = 0;
        var blank = true;
        while (start <= text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n');
            var stop = end < 0 ? text.Length : start + end;
            number++;
            var raw = text.AsSpan(start, stop - start);
            var trimmed = raw.Trim();
            if (trimmed.IsEmpty) blank = true;
            else
            {
                lines.Add(new(number, trimmed.ToString(), blank, char.IsWhiteSpace(raw[0])));
                blank = false;
            }

            start = stop + (stop + 1 < text.Length && text[stop] == '\r' && text[stop + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }
}
