namespace PolicyQa.Corpus;

/// <summary>Makes an article of a text given from outside (evaluation sets): nothing in it is joined, moved or judged.</summary>
public static class PlainArticle
{
    /// <summary>The canonical text is <paramref name="text"/> itself; the title does not stand in it. One section a line.</summary>
    public static Article From(string id, string? title, string text)
    {
        var sections = new List<Section>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            if (SentenceBoundaries.Trimmed(text, start, end) is { Length: > 0 } span) sections.Add(new(null, SectionRole.Lead, span.Start, span.End));
            start = end + 1;
        }

        return new()
        {
            Id = id,
            Kind = ArticleKind.Plain,
            Title = title ?? "",
            Text = text,
            Sections = sections,
            SourcePath = id,
            SourceHash = Sha256.Of(text),
        };
    }
}
