namespace PolicyQa.Corpus;

/// <summary>
/// One article as it reads: the source with its broken lines joined, not a character added or changed
/// (white space apart). All offsets elsewhere are UTF-16 code units of <see cref="Text"/>. Immutable.
/// </summary>
public sealed record Article
{
    /// <summary>Stable, URL-safe, unique in the corpus; does not change when other articles do.</summary>
    public required string Id { get; init; }

    public required ArticleKind Kind { get; init; }

    /// <summary>The headline; for a plain article its first line or file name.</summary>
    public required string Title { get; init; }

    /// <summary>As the byline says it (市教育局); null where the page names none.</summary>
    public string? Department { get; init; }

    /// <summary>Further names the page itself gives the same department (市发展和改革委员会).</summary>
    public IReadOnlyList<string> DepartmentAliases { get; init; } = [];

    public string? Speaker { get; init; }

    /// <summary>The speaker's post as written (党组书记、局长).</summary>
    public string? Post { get; init; }

    public string? Reporter { get; init; }

    /// <summary>The year that 今年 means; null where neither page nor descriptor says.</summary>
    public int? Year { get; init; }

    /// <summary>The city that 全市 means (呼和浩特市); null where neither page nor descriptor says.</summary>
    public string? City { get; init; }

    /// <summary>Canonical text: headline, byline, reporter line and body, paragraphs parted by one "\n".</summary>
    public required string Text { get; init; }

    /// <summary>In text order, not overlapping; together they cover everything but the "\n" between them.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>In text order. Empty for an undamaged article.</summary>
    public IReadOnlyList<Damage> Damages { get; init; } = [];

    /// <summary>Where each piece of the text stood in the source; ordered by <see cref="SourceLine.Start"/>.</summary>
    public IReadOnlyList<SourceLine> Lines { get; init; } = [];

    /// <summary>Path relative to the corpus folder, with forward slashes.</summary>
    public required string SourcePath { get; init; }

    /// <summary>SHA-256 of the source file's bytes, lower-case hex.</summary>
    public required string SourceHash { get; init; }

    /// <summary>The text of a span with other articles' words (see <see cref="DamageKind.ForeignText"/>) left out.</summary>
    public string OwnText(TextSpan span)
    {
        if (Damages.All(d => d.Kind != DamageKind.ForeignText || !d.Span.Overlaps(span))) return span.Of(Text);
        var own = new System.Text.StringBuilder(span.Length);
        for (var i = span.Start; i < span.End; i++)
        {
            if (!Damages.Any(d => d.Kind == DamageKind.ForeignText && d.Span.Contains(i))) own.Append(Text[i]);
        }

        return own.ToString();
    }

    /// <summary>1-based number of the source line that holds <paramref name="offset"/>; 0 where unknown.</summary>
    public int LineAt(int offset)
    {
        var line = 0;
        foreach (var l in Lines)
        {
            if (l.Start > offset) break;
            line = l.Line;
        }

        return line;
    }
}
