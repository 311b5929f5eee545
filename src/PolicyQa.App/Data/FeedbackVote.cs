namespace PolicyQa.App.Data;

/// <summary>Somebody said 有用 or 没用. Nothing tells who.</summary>
internal sealed class FeedbackVote
{
    public int Id { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Question { get; set; }

    public bool Useful { get; set; }
}
