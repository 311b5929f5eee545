namespace PolicyQa.Corpus;

/// <summary>Finds the interviews of a page by their bylines, and the headline above (or, for a kicker, below) each.</summary>
internal sealed class BylineFinder(IReadOnlyList<PageLine> lines)
{
    private const int MaxHeadline = 45;
    private const int MaxSecondLine = 32;

    public IReadOnlyList<FoundByline> Find()
    {
        var found = new List<FoundByline>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (At(i) is not var (byline, count)) continue;
            // In a dialogue the same name introduces each of the turns.
            if (byline.SamePersonAs(found.LastOrDefault()?.Byline)) continue;
            var head = Head(byline, i, count, found.Count == 0 ? 0 : found[^1].BodyStart);
            if (head is null) continue;
            found.Add(head);
            i = head.BodyStart - 1;
        }

        return found;
    }

    private (Byline Byline, int Count)? At(int i)
    {
        var whole = BylineParser.Parse(lines[i].Text);
        if (whole?.Speaker is not null) return (whole, 1);
        if (i + 1 < lines.Count && BylineParser.MayContinue(lines[i].Text) && BylineParser.Parse(lines[i].Text + lines[i + 1].Text) is { Speaker: not null } joined) return (joined, 2);
        return whole is null ? null : (whole, 1);
    }

    private FoundByline? Head(Byline byline, int at, int count, int floor)
    {
        var reporterBelow = at + count < lines.Count && ReporterLine.Parse(lines[at + count].Text) is not null;
        var reporterAbove = at > floor && ReporterLine.Parse(lines[at - 1].Text) is not null;
        var reporter = reporterBelow || reporterAbove || at + count + 1 < lines.Count && ReporterLine.Parse(lines[at + count + 1].Text) is { Certain: true };
        var headlines = byline.Style == BylineStyle.Headline ? [at] : Above(reporterAbove ? at - 1 : at, floor);
        var below = Below(at + count);
        if (byline.Style is BylineStyle.Bare or BylineStyle.Headline && !reporter) return null;
        if (byline.Style is BylineStyle.Verb or BylineStyle.Colon && !reporter && headlines.Count == 0 && below.Count == 0) return null;
        // Words like these inside a sentence that a line break set apart are no byline.
        if (byline.Style != BylineStyle.Dash && headlines.Count == 0 && at > floor && !SentenceEnd.Closes(lines[at - 1].Text) && !reporterAbove && below.Count == 0) return null;
        if (below.Count > 0 && (headlines.Count == 0 || byline.Style == BylineStyle.Colon)) headlines = below;

        var start = Math.Min(at, headlines.Count > 0 ? headlines[0] : at);
        if (reporterAbove) start = Math.Min(start, at - 1);
        var body = Math.Max(at + count, headlines.Count > 0 ? headlines[^1] + 1 : 0);
        while (body < lines.Count && ReporterLine.Parse(lines[body].Text) is not null) body++;
        return new(byline, at, count, start, body, headlines);
    }

    private List<int> Above(int end, int floor)
    {
        var found = new List<int>();
        for (var i = end - 1; i >= floor && found.Count < 2; i--)
        {
            if (!IsHeadline(lines[i].Text, found.Count == 0 ? MaxHeadline : MaxSecondLine)) break;
            // A second line must itself stand clear of what went before, or it may be the end of a broken paragraph.
            if (found.Count > 0 && (SectionLabels.At(lines[i].Text, 0) is not null || i > 0 && !StandsClear(lines[i - 1].Text) || i == 0 && lines[i + 1].AfterBlank)) break;
            found.Insert(0, i);
        }

        return found;
    }

    private List<int> Below(int start)
    {
        var i = start;
        while (i < lines.Count && ReporterLine.Parse(lines[i].Text) is not null) i++;
        if (i + 1 >= lines.Count || !IsHeadline(lines[i].Text, MaxHeadline)) return [];
        var next = lines[i + 1];
        return next.AfterBlank || next.Indented || lines[i].IsHeading || ReporterLine.Parse(next.Text) is not null ? [i] : [];
    }

    private static bool StandsClear(string above) =>
        SentenceEnd.Closes(above) || IsDash(above[0]) || Colophon.IsLine(above) || ReporterLine.Parse(above) is not null;

    public static bool IsHeadline(string line, int max) =>
        line.Length <= max && !IsDash(line[0]) && line[^1] is not ('。' or '，' or '、' or '；' or '：' or ':') && !line.Contains('。') && !line.Contains('；')
        && ReporterLine.Parse(line) is null && !Colophon.IsLine(line);

    private static bool IsDash(char c) => c is '—' or '―' or '–' or '─' or '－' or '-';
}
