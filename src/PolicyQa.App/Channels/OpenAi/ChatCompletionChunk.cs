using System.Text.Json.Serialization;
using PolicyQa.Answering;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>A piece of an answer that streams; the last ones carry citations and usage.</summary>
internal sealed record ChatCompletionChunk(string Id, string Object, long Created, string Model, IReadOnlyList<ChatChunkChoice> Choices)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChatUsage? Usage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Citation>? Citations { get; init; }
}
