namespace PolicyQa.Evaluation;

/// <summary>One training question: its candidates' features in the first stage's order, and which of them is right (-1: none).</summary>
/// <param name="Features">One row a candidate.</param>
/// <param name="Right">Index of the right candidate.</param>
/// <param name="HeldOut">Kept for measuring.</param>
internal sealed record RankingList(float[][] Features, int Right, bool HeldOut);
