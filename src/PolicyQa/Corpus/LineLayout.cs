namespace PolicyQa.Corpus;

/// <summary>
/// How the lines of a page were set: whether they break at a fixed width (then a line that happens to end in 。 need not
/// end its paragraph), and what a blank line or an indent means there.
/// </summary>
internal sealed class LineLayout
{
    private const int LeastLines = 6;
    private const int Sample = 500;
    private readonly Func<string, int> measure;
    private readonly int least;

    private LineLayout(Func<string, int> measure, int least, bool blankParts, bool indentParts)
    {
        this.measure = measure;
        this.least = least;
        BlankPartsParagraphs = blankParts;
        IndentPartsParagraphs = indentParts;
    }

    /// <summary>Blank lines stand between paragraphs, not between all lines.</summary>
    public bool BlankPartsParagraphs { get; }

    /// <summary>First lines of paragraphs are indented and the others are not.</summary>
    public bool IndentPartsParagraphs { get; }

    /// <summary>The line fills the fixed width: that it ends here says nothing.</summary>
    public bool IsFull(PageLine line) => measure(line.Text) + (line.Indented ? 4 : 0) >= least;

    public static LineLayout Of(IReadOnlyList<PageLine> lines)
    {
        // Set by characters, or by columns with a little play for punctuation kept off the line start.
        var byCount = Width(lines, s => s.Length, play: 2);
        var (least, measure) = byCount > 0 ? (byCount, s => s.Length) : (Width(lines, Columns, play: 4), (Func<string, int>)Columns);
        var wrapped = least > 0;
        if (!wrapped) least = int.MaxValue;
        int open = 0, openBlank = 0, openIndent = 0, indented = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Indented) indented++;
            if (SentenceEnd.Closes(lines[i - 1].Text) || wrapped && measure(lines[i - 1].Text) + 4 < least) continue;
            open++;
            if (lines[i].AfterBlank) openBlank++;
            if (lines[i].Indented) openIndent++;
        }

        return new(measure, least, openBlank * 2 < open, wrapped && indented > 1 && openIndent * 4 < open);
    }

    /// <summary>The width that at least half of the lines reach within the play and that next to none exceeds; 0 if there is none.</summary>
    private static int Width(IReadOnlyList<PageLine> lines, Func<string, int> measure, int play)
    {
        if (lines.Count < LeastLines) return 0;
        // A sample is enough, and keeps long files linear.
        lines = lines.Count > Sample ? [.. lines.Take(Sample)] : lines;
        var widths = lines.Select(l => measure(l.Text)).Order().ToArray();
        var (best, count) = (0, 0);
        foreach (var w in widths.Distinct())
        {
            var within = widths.Count(x => x > w - play && x <= w);
            if (within > count) (best, count) = (w, within);
        }

        return count * 2 >= widths.Length && widths.Count(w => w > best + play) * 20 <= widths.Length ? best - play + 1 : 0;
    }

    private static int Columns(string s) => s.Sum(c => c < '\u2000' && c != '·' ? 1 : 2);
}
