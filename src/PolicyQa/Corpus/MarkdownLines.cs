using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>
/// Lines of a .md file: block marks at the line start go, inline marks stay, since an excerpt must stand in the source
/// as it is quoted.
/// </summary>
internal static partial class MarkdownLines
{
    public static IReadOnlyList<PageLine> Read(string text)
    {
        var lines = PlainTextLines.Read(text);
        var result = new List<PageLine>(lines.Count);
        var blank = true;
        foreach (var line in lines.Skip(FrontMatter(lines)))
        {
            var mark = BlockMark().Match(line.Text);
            var content = line.Text[mark.Length..].Trim();
            if (content.Length == 0 || Rule().IsMatch(line.Text))
            {
                blank = true;
                continue;
            }

            var heading = mark.Value.Contains('#');
            if (heading) content = content.TrimEnd('#').TrimEnd();
            result.Add(line with
            {
                Text = content,
                AfterBlank = line.AfterBlank || blank || heading,
                StartsBlock = heading || mark.Value.AsSpan().ContainsAny("-*+"),
                IsHeading = heading,
            });
            blank = false;
        }

        return result;
    }

    private static int FrontMatter(IReadOnlyList<PageLine> lines)
    {
        if (lines is not [{ Text: "---" }, ..]) return 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Text is "---" or "...") return i + 1;
        }

        return 0;
    }

    [GeneratedRegex(@"^(?:>\s*)*(?:#{1,6}\s+|[-*+]\s+)?")]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^(?:[-*_=]\s*){3,}$")]
    private static partial Regex Rule();
}
