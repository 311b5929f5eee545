using PolicyQa.Answering;

namespace PolicyQa.Evaluation;

/// <summary>A question that two engines answer differently.</summary>
/// <param name="Question">What was asked, and what is known to be right.</param>
/// <param name="Before">The one engine's answer.</param>
/// <param name="After">The other's.</param>
/// <param name="RightBefore">Whether it is right; null where the question has no gold.</param>
/// <param name="RightAfter">The same of the other.</param>
public sealed record TrialChange(EvaluationQuestion Question, Answer Before, Answer After, bool? RightBefore, bool? RightAfter);
