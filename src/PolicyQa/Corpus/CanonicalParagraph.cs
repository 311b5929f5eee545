namespace PolicyQa.Corpus;

/// <summary>One paragraph in an article's canonical text.</summary>
/// <param name="Role">What part of the article it is.</param>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Heading">A heading need not close.</param>
/// <param name="Breaks">Offsets where it was joined although the line was not full: the copy broke there, and may have mixed things up.</param>
internal sealed record CanonicalParagraph(SectionRole Role, int Start, int End, bool Heading, IReadOnlyList<int> Breaks)
{
    public TextSpan Span => new(Start, End);
}
