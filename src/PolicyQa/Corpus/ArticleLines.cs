namespace PolicyQa.Corpus;

/// <summary>The lines of one article, each with its part; lines that belong to nobody are gone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Byline">Null unless an interview.</param>
/// <param name="Reporter">Names; null where the page gives none.</param>
/// <param name="Lines">In page order.</param>
internal sealed record ArticleLines(ArticleKind Kind, Byline? Byline, string? Reporter, IReadOnlyList<(PageLine Line, SectionRole Role)> Lines);
