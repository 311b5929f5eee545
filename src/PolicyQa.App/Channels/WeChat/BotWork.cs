namespace PolicyQa.App.Channels.WeChat;

/// <summary>What a bot's stream brings: a sentence of our own at once, or an answer in the making.</summary>
internal sealed record BotWork(string? Said, PendingAnswer? Pending);
