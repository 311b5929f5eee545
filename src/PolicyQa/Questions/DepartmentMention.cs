using PolicyQa.Corpus;

namespace PolicyQa.Questions;

/// <summary>A department named in a question.</summary>
/// <param name="Span">Where, in the folded question.</param>
/// <param name="Text">The words.</param>
/// <param name="Department">Which one; null where the corpus has no such department.</param>
public sealed record DepartmentMention(TextSpan Span, string Text, Department? Department);
