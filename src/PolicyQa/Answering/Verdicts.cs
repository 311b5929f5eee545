namespace PolicyQa.Answering;

/// <summary>Ends a walk and notes why where somebody asked.</summary>
internal static class Verdicts
{
    /// <summary>No answer, and why.</summary>
    public static Answer? Refuse(Trace? trace, VerdictReason reason, string? subject = null)
    {
        trace?.Verdict(reason, subject);
        return null;
    }

    /// <summary>What <see cref="AnswerWriter"/> made of it; null where a figure stands in no excerpt.</summary>
    public static Answer? Written(Trace? trace, Answer? answer)
    {
        trace?.Verdict(answer is null ? VerdictReason.FigureNotCited : VerdictReason.Answered);
        return answer;
    }
}
