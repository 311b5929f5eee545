using System.Text.Json.Serialization;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>The one choice of an answer.</summary>
internal sealed record ChatChoice(int Index, ChatMessage Message, [property: JsonPropertyName("finish_reason")] string FinishReason);
