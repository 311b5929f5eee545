using PolicyQa.Evaluation;

namespace PolicyQa.App.Publishing;

/// <summary>One trial of an edited lexicon, under way or over. Immutable.</summary>
/// <param name="Draft">Id of the draft that holds the lexicon.</param>
/// <param name="Asked">Questions asked so far.</param>
/// <param name="Questions">How many there are; 0 until that is known.</param>
/// <param name="Report">What came of it; null until it is over.</param>
/// <param name="Fault">Why nothing came of it; null otherwise.</param>
internal sealed record LexiconTrial(string Draft, int Asked, int Questions, TrialReport? Report, string? Fault)
{
    public bool IsOver => Report is not null || Fault is not null;
}
