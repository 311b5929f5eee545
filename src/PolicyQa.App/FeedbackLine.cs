namespace PolicyQa.App;

/// <summary>One line of the feedback log.</summary>
internal sealed record FeedbackLine(DateTimeOffset At, string Question, bool Useful);
