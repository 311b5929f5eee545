namespace PolicyQa.App.Data;

/// <summary>An answer that officials wrote and stand by.</summary>
internal sealed class ReviewedAnswer
{
    public int Id { get; set; }

    public int GroupId { get; set; }

    public required string Text { get; set; }

    /// <summary>The office that answers for it, as readers are told.</summary>
    public required string Office { get; set; }

    /// <summary>The day it was checked, as readers are told.</summary>
    public required DateOnly Date { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Why it is not given at present; null while it is.</summary>
    public string? Suspended { get; set; }

    public List<ReviewedCitation> Citations { get; set; } = [];
}
