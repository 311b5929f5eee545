namespace PolicyQa.App.Data;

/// <summary>Questions alike that were refused, or whose answers did not help.</summary>
internal sealed class QuestionGroup
{
    public int Id { get; set; }

    /// <summary>Its first wording.</summary>
    public required string Text { get; set; }

    public GroupState State { get; set; }

    /// <summary>How often its wordings were refused.</summary>
    public int Refused { get; set; }

    /// <summary>How often somebody said 没用.</summary>
    public int Disliked { get; set; }

    public required DateTimeOffset FirstSeen { get; set; }

    public required DateTimeOffset LastSeen { get; set; }

    /// <summary>By which channels it came, as <see cref="Channels.ChannelName"/> calls them, parted by blanks.</summary>
    public string Channels { get; set; } = "";

    /// <summary>A wording came up that nobody has decided about, though the group was decided.</summary>
    public bool HasNews { get; set; }

    public List<Wording> Wordings { get; set; } = [];

    public ReviewedAnswer? Answer { get; set; }
}
