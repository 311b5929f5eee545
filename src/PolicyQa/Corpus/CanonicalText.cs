using System.Text;

namespace PolicyQa.Corpus;

/// <summary>An article's text with its paragraphs' places in it.</summary>
/// <param name="Text">Paragraphs parted by one "\n".</param>
/// <param name="Paragraphs">In text order.</param>
/// <param name="Lines">Where each source line begins.</param>
internal sealed record CanonicalText(string Text, IReadOnlyList<CanonicalParagraph> Paragraphs, IReadOnlyList<SourceLine> Lines)
{
    public static CanonicalText Of(IReadOnlyList<Paragraph> paragraphs, LineLayout layout)
    {
        var text = new StringBuilder();
        var lines = new List<SourceLine>();
        var spans = new List<CanonicalParagraph>();
        foreach (var paragraph in paragraphs)
        {
            if (text.Length > 0) text.Append('\n');
            var start = text.Length;
            var breaks = new List<int>();
            for (var i = 0; i < paragraph.Lines.Count; i++)
            {
                var line = paragraph.Lines[i];
                // English words broken at the line end had a space there; white space is all that may ever be added.
                if (i > 0 && char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(line.Text[0])) text.Append(' ');
                if (i > 0 && !layout.IsFull(paragraph.Lines[i - 1])) breaks.Add(text.Length);
                lines.Add(new(text.Length, line.Number));
                text.Append(line.Text);
            }

            spans.Add(new(paragraph.Role, start, text.Length, paragraph.Heading, breaks));
        }

        return new(text.ToString(), spans, lines);
    }
}
