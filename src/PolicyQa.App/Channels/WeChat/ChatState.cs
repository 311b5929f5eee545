namespace PolicyQa.App.Channels.WeChat;

/// <summary>What a person's next short message may refer to.</summary>
/// <param name="Choices">What the numbers stand for, 1 first.</param>
/// <param name="Rest">Pages that 续 brings.</param>
internal sealed record ChatState(IReadOnlyList<string> Choices, IReadOnlyList<string> Rest)
{
    public static ChatState Empty { get; } = new([], []);

    /// <summary>The same while the person turns pages; another once something else was asked.</summary>
    public object Turn { get; init; } = new();

    /// <summary>A longer answer is under way, and 续 was promised to bring it.</summary>
    public bool MoreComing { get; init; }
}
