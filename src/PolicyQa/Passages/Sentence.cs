using PolicyQa.Corpus;

namespace PolicyQa.Passages;

/// <summary>The smallest citable piece. Its text is article.Text[Start..End], final punctuation and closing quotes included.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Damaged">Part of the sentence is lost, or it surrounds foreign text.</param>
public readonly record struct Sentence(int Start, int End, bool Damaged)
{
    public TextSpan Span => new(Start, End);
}
