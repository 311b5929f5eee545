namespace PolicyQa.Evaluation;

/// <summary>What answering only at and above a threshold would have given.</summary>
/// <param name="Threshold">The least confidence answered.</param>
/// <param name="Questions">All questions with gold, those without an answer among them.</param>
/// <param name="Answered">How many would have been answered.</param>
/// <param name="Right">How many of these rightly.</param>
public sealed record RiskPoint(double Threshold, int Questions, int Answered, int Right)
{
    /// <summary>How many questions have no answer.</summary>
    public int Unanswerable { get; init; }

    /// <summary>How many of these would have been answered all the same.</summary>
    public int AnsweredInVain { get; init; }

    /// <summary>Share of the questions without an answer that would have been refused; null where every question has one.</summary>
    public double? RefusedShare => Unanswerable == 0 ? null : 1 - ((double)AnsweredInVain / Unanswerable);

    /// <summary>Share of the questions answered.</summary>
    public double Coverage => (double)Answered / Questions;

    /// <summary>Share of the answers that are wrong; 0 where none is given.</summary>
    public double Risk => Answered == 0 ? 0 : 1 - ((double)Right / Answered);
}
