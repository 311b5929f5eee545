namespace PolicyQa.Evaluation;

/// <summary>What a change would do to answers. Immutable.</summary>
/// <param name="Questions">How many there are.</param>
/// <param name="Asked">How many were asked before time ran out; the figures are over these.</param>
/// <param name="Before">How good the one engine is.</param>
/// <param name="After">How good the other is.</param>
/// <param name="Changes">Where they differ, in the order of the questions.</param>
public sealed record TrialReport(int Questions, int Asked, Quality Before, Quality After, IReadOnlyList<TrialChange> Changes)
{
    /// <summary>All questions were asked.</summary>
    public bool IsComplete => Asked == Questions;
}
