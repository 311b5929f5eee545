namespace PolicyQa.App.Channels.WeChat;

/// <summary>What a person's next short message may refer to.</summary>
/// <param name="Choices">What the numbers stand for, 1 first.</param>
/// <param name="Rest">Pages that 续 brings.</param>
internal sealed record ChatState(IReadOnlyList<string> Choices, IReadOnlyList<string> Rest)
{
    public static ChatState Empty { get; } = new([], []);
}
