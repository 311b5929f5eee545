namespace PolicyQa.Evaluation;

/// <summary>Over all questions without an answer.</summary>
/// <param name="Questions">How many there are, at least 1.</param>
/// <param name="Refused">How many were rightly left unanswered.</param>
public sealed record RefusalQuality(int Questions, int Refused)
{
    public double RefusedShare => (double)Refused / Questions;
}
