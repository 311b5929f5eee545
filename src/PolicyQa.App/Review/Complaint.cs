namespace PolicyQa.App.Review;

/// <summary>A question that was refused, or a vote on an answer, on its way to the database.</summary>
/// <param name="Question">As asked; where it only makes sense after the one before, with that one before it.</param>
/// <param name="Channel">One of <see cref="Channels.ChannelName"/>.</param>
/// <param name="At">When.</param>
/// <param name="Useful">The vote; null for a refused question.</param>
internal sealed record Complaint(string Question, string Channel, DateTimeOffset At, bool? Useful = null)
{
    /// <summary>Set when the database has it, true, or cannot take it, false; null where nobody waits.</summary>
    public TaskCompletionSource<bool>? Kept { get; init; }
}
