using System.Text.Json.Serialization;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>What a piece adds.</summary>
internal sealed record ChatDelta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content = null);
