using System.Text.Json.Serialization;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>The one choice of a piece.</summary>
internal sealed record ChatChunkChoice(int Index, ChatDelta Delta, [property: JsonPropertyName("finish_reason")] string? FinishReason);
