namespace PolicyQa.App.Data;

/// <summary>One way in which a question was put. Numbers long enough to be somebody's are masked; nothing tells who asked.</summary>
internal sealed class Wording
{
    public int Id { get; set; }

    public int GroupId { get; set; }

    /// <summary>As <see cref="Review.QuestionKey"/> makes it; unique.</summary>
    public required string Key { get; set; }

    public required string Text { get; set; }

    /// <summary>Refused or disliked so often.</summary>
    public int Count { get; set; }

    public required DateTimeOffset LastSeen { get; set; }

    /// <summary>An official has said that the decision about the group holds for it.</summary>
    public bool Confirmed { get; set; }
}
