namespace PolicyQa.Questions;

/// <summary>A word of the question that evidence has to bear out.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Variants">Folded words that will do instead: synonyms, a corrected typo.</param>
/// <param name="Weight">How much it matters; grows with rarity in the corpus, more than 0.</param>
/// <param name="FromHistory">Carried over from an earlier question: helps, is not demanded.</param>
public sealed record FocusTerm(string Text, IReadOnlyList<string> Variants, double Weight, bool FromHistory = false);
