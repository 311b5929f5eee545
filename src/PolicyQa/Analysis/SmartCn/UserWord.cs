namespace PolicyQa.Analysis.SmartCn;

/// <summary>One entry of a lexicon: a name or term that should stay whole.</summary>
/// <param name="Text">Any characters, at least two; a run of white space counts as one space.</param>
/// <param name="Weight">
/// How readily the word is chosen, as a frequency in the dictionary's scale: from 0 to <see cref="MaxWeight"/>, the default.
/// The heavier, the cheaper the step to the next word.
/// </param>
public sealed record UserWord(string Text, int Weight = UserWord.MaxWeight)
{
    /// <summary>More than the most frequent word of the dictionary has.</summary>
    public const int MaxWeight = EdgeCost.Max;
}
