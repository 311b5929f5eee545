namespace PolicyQa.App.Channels.OpenAi;

/// <summary>What is answered.</summary>
internal sealed record ChatMessage(string Role, string Content);
