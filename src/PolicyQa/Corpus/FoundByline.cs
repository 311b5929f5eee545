namespace PolicyQa.Corpus;

/// <summary>A byline and the lines around it that make the head of an interview.</summary>
/// <param name="Byline">What it says.</param>
/// <param name="At">Index of its line.</param>
/// <param name="Count">Lines it takes: two where it is broken.</param>
/// <param name="Start">Index of the interview's first line.</param>
/// <param name="BodyStart">Index of the first line of the body.</param>
/// <param name="Headlines">Indices of the headline's lines.</param>
internal sealed record FoundByline(Byline Byline, int At, int Count, int Start, int BodyStart, IReadOnlyList<int> Headlines);
