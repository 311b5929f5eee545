namespace PolicyQa.App.Channels.Http;

/// <summary>What POST /api/ask takes.</summary>
/// <param name="Question">1–500 characters after trimming.</param>
/// <param name="ConversationId">From an earlier answer; a new conversation begins without it.</param>
/// <param name="Department">Restricts the answer to one department.</param>
/// <param name="Explain">The answer also tells why, as explanation.</param>
internal sealed record AskBody(string Question, string? ConversationId = null, string? Department = null, bool Explain = false);
