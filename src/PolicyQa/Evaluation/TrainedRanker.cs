namespace PolicyQa.Evaluation;

/// <summary>What training gave.</summary>
/// <param name="Lines">The weights file.</param>
/// <param name="TrainingLists">Questions learnt from: those whose passage the first stage found at all.</param>
/// <param name="HeldOut">Questions of passages that were kept out of the training.</param>
/// <param name="FirstStageAt1">Share of held-out questions whose passage the first stage puts first.</param>
/// <param name="RankedAt1">The same after ranking.</param>
public sealed record TrainedRanker(IReadOnlyList<string> Lines, int TrainingLists, int HeldOut, double FirstStageAt1, double RankedAt1);
