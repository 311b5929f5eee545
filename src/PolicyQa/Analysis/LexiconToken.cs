namespace PolicyQa.Analysis;

/// <summary>One word of a text as the index holds it, for people to look at.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Parts">Shorter words inside it under which it is found too.</param>
/// <param name="Synonyms">Words that questions may use for it, shipped ones included.</param>
public sealed record LexiconToken(string Text, int Start, int End, IReadOnlyList<string> Parts, IReadOnlyList<string> Synonyms);
