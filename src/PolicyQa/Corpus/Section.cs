namespace PolicyQa.Corpus;

/// <summary>A headline, byline, reporter line, or a stretch of body text.</summary>
/// <param name="Label">As written: 七是, 首先, 围绕“政策落地”; null where there is none.</param>
/// <param name="Role">What part of the article it is.</param>
/// <param name="Start">First code unit of the section in the canonical text (the label's own first character).</param>
/// <param name="End">One past its last code unit.</param>
public sealed record Section(string? Label, SectionRole Role, int Start, int End)
{
    public TextSpan Span => new(Start, End);
}
