namespace PolicyQa.Corpus;

/// <summary>Parts a page into its articles: preface, interviews, or one plain article where nobody is introduced.</summary>
internal static class PageOutline
{
    private const int MaxTitle = 45;
    private const int LeastBody = 15;

    public static IReadOnlyList<ArticleLines> Of(IReadOnlyList<PageLine> lines)
    {
        var bylines = new BylineFinder(lines).Find();
        if (bylines.Count == 0) return [Plain(lines)];
        var articles = new List<ArticleLines>();
        if (Preface([.. lines.Take(bylines[0].Start)]) is { } preface) articles.Add(preface);
        for (var i = 0; i < bylines.Count; i++)
            articles.Add(Interview(lines, bylines[i], i + 1 < bylines.Count ? bylines[i + 1].Start : lines.Count));
        return articles;
    }

    private static ArticleLines Interview(IReadOnlyList<PageLine> lines, FoundByline found, int end)
    {
        var parts = new List<(PageLine, SectionRole)>();
        string? reporter = null;
        for (var i = found.Start; i < found.BodyStart; i++)
        {
            if (ReporterLine.Parse(lines[i].Text) is { } by)
            {
                reporter = reporter is null ? by.Names : $"{reporter}、{by.Names}";
                parts.Add((lines[i], SectionRole.Reporter));
            }
            else parts.Add((lines[i], i >= found.At && i < found.At + found.Count && !found.Headlines.Contains(i) ? SectionRole.Byline : SectionRole.Headline));
        }

        var body = WithoutColophon([.. lines.Skip(found.BodyStart).Take(end - found.BodyStart)]);
        // Some papers sign at the end.
        if (reporter is null && body.Count > 1 && ReporterLine.Parse(body[^1].Text) is { Certain: true } signed)
        {
            parts.AddRange(body.SkipLast(1).Select(l => (l, SectionRole.Body)));
            parts.Add((body[^1], SectionRole.Reporter));
            return new(ArticleKind.Interview, found.Byline, signed.Names, parts);
        }

        parts.AddRange(body.Select(l => (l, SectionRole.Body)));
        return new(ArticleKind.Interview, found.Byline, reporter, parts);
    }

    private static ArticleLines? Preface(IReadOnlyList<PageLine> lines)
    {
        lines = WithoutColophon(lines);
        var head = lines.TakeWhile(l => l.Text.Length <= MaxTitle && !SentenceEnd.Closes(l.Text)).Count();
        if (!lines.Skip(head).Any(l => l.Text.Length >= LeastBody)) return null;
        return new(ArticleKind.Preface, null, null, [.. lines.Select((l, i) => (l, i < head ? SectionRole.Headline : SectionRole.Body))]);
    }

    private static ArticleLines Plain(IReadOnlyList<PageLine> lines)
    {
        var titled = lines.Count > 1 && BylineFinder.IsHeadline(lines[0].Text, MaxTitle) && SectionLabels.At(lines[0].Text, 0) is null
            && (lines[0].IsHeading || lines[1].AfterBlank || lines[1].Indented || !SentenceEnd.Closes(lines[0].Text) && lines[1].Text.Length > lines[0].Text.Length);
        return new(ArticleKind.Plain, null, null, [.. lines.Select((l, i) => (l, i == 0 && titled ? SectionRole.Headline : SectionRole.Body))]);
    }

    private static IReadOnlyList<PageLine> WithoutColophon(IReadOnlyList<PageLine> lines)
    {
        var kept = new List<PageLine>(lines.Count);
        var inside = false;
        foreach (var line in lines)
        {
            inside = Colophon.IsLine(line.Text) || inside && Colophon.MayContinue(line.Text);
            if (!inside) kept.Add(line);
        }

        return kept;
    }
}
