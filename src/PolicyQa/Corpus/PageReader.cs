namespace PolicyQa.Corpus;

/// <summary>One file in, its articles out: decode, take the lines, part them, join the paragraphs, look for damage.</summary>
internal static class PageReader
{
    /// <summary>Reads one page; a page that cannot be read is a problem, not an exception.</summary>
    /// <param name="file">The file as received.</param>
    /// <param name="entry">What the descriptor says of it.</param>
    /// <param name="ids">Ids given so far; grows.</param>
    public static (IReadOnlyList<Article> Articles, ReadProblem? Problem) Read(SourceFile file, SourceEntry? entry, ISet<string> ids)
    {
        var decoded = TextDecoder.Decode(file.Bytes);
        if (decoded.Text is null) return ([], new(file.Path, decoded.Line, decoded.Problem!));
        var lines = file.Extension switch
        {
            ".html" or ".htm" => HtmlLines.Read(decoded.Text),
            ".md" => MarkdownLines.Read(decoded.Text),
            _ => PlainTextLines.Read(decoded.Text),
        };
        if (lines.Count == 0) return ([], new(file.Path, null, "文件里没有可读的文字，已跳过。"));

        var outline = PageOutline.Of(lines);
        var layout = LineLayout.Of([.. outline.SelectMany(a => a.Lines).Where(l => l.Role == SectionRole.Body).Select(l => l.Line)]);
        var headings = ParagraphJoiner.HeadingFamilies(lines);
        var drafts = outline.Select(a => Draft(a, layout, headings, file.Path, outline.Count == 1, ids)).ToList();
        var damages = DamageFinder.Find(drafts);
        var year = entry?.Year ?? PageYear.Of(lines, Path.GetFileNameWithoutExtension(file.Path));
        var city = entry?.City ?? PageCity.Of(lines, outline.Select(a => a.Byline).OfType<Byline>());
        return ([.. drafts.Select(d => new Article
        {
            Id = d.Id,
            Kind = d.Kind,
            Title = TitleOf(d) ?? entry?.Title ?? Path.GetFileNameWithoutExtension(file.Path),
            Department = d.Source.Byline?.Department,
            DepartmentAliases = DepartmentNames.Of(d.Text, d.Source.Byline),
            Speaker = d.Source.Byline?.Speaker,
            Post = d.Source.Byline?.Post,
            Reporter = d.Source.Reporter,
            Year = year,
            City = city,
            Text = d.Text,
            Sections = d.Sections,
            Damages = damages[d.Id],
            Lines = d.Canonical.Lines,
            SourcePath = file.Path,
            SourceHash = file.Hash,
        })], null);
    }

    private static DraftArticle Draft(ArticleLines source, LineLayout layout, IReadOnlySet<LabelFamily> headings, string path, bool alone, ISet<string> ids)
    {
        var text = CanonicalText.Of(new ParagraphJoiner(layout, source.Kind, headings).Join(source.Lines), layout);
        var head = string.Join('\n', text.Paragraphs.Where(p => p.Role is SectionRole.Headline or SectionRole.Byline).Select(p => p.Span.Of(text.Text)));
        var id = ArticleId.For(path, alone && source.Kind == ArticleKind.Plain ? null : head, ids);
        return new(id, source, text, new SectionBuilder(text).Build());
    }

    /// <summary>A preface is named by the first line of its masthead, an interview without headline by its byline.</summary>
    private static string? TitleOf(DraftArticle d)
    {
        var heads = d.Canonical.Paragraphs.Where(p => p.Role == SectionRole.Headline).Select(p => p.Span.Of(d.Text)).ToList();
        if (heads.Count == 0) heads = [.. d.Canonical.Paragraphs.Where(p => p.Role == SectionRole.Byline).Select(p => p.Span.Of(d.Text).TrimStart('—', '―', '-', ' '))];
        if (heads.Count == 0) return null;
        return d.Kind == ArticleKind.Interview ? string.Join(' ', heads) : heads[0];
    }
}
