namespace PolicyQa.Corpus;

/// <summary>Lines that make one paragraph of an article.</summary>
/// <param name="Role">What part of the article it is.</param>
/// <param name="Lines">At least one.</param>
/// <param name="Heading">A line of its own above paragraphs: it need not close.</param>
internal sealed record Paragraph(SectionRole Role, IReadOnlyList<PageLine> Lines, bool Heading);
