namespace PolicyQa.Evaluation;

/// <summary>Over the questions of one kind, as the question set names kinds.</summary>
/// <param name="Kind">The set's word.</param>
/// <param name="Questions">How many there are, at least 1.</param>
/// <param name="Answered">How many were answered.</param>
/// <param name="Right">How many were answered rightly; without an answer, rightly refused.</param>
public sealed record KindQuality(string Kind, int Questions, int Answered, int Right)
{
    public double RightShare => (double)Right / Questions;
}
