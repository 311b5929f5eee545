namespace PolicyQa.Corpus;

/// <summary>One line of a page that holds more than white space; <paramref name="Text"/> is verbatim but for its ends.</summary>
/// <param name="Number">1-based line in the source file (for HTML: in the extracted text).</param>
/// <param name="Text">Trimmed; never empty.</param>
/// <param name="AfterBlank">At least one blank line, or a block boundary, stands before it.</param>
/// <param name="Indented">It starts with white space, as the first line of a printed paragraph does.</param>
/// <param name="StartsBlock">Mark-up says that a new block starts here: never joined to the line before.</param>
/// <param name="IsHeading">Mark-up says that it is a heading: nothing is joined to it.</param>
internal sealed record PageLine(int Number, string Text, bool AfterBlank = false, bool Indented = false, bool StartsBlock = false, bool IsHeading = false);
