using System.Text.Json.Serialization;

namespace PolicyQa.App.Channels.Http;

/// <summary>The text of an answer as far as it has come.</summary>
/// <param name="Text">All of it so far.</param>
/// <param name="WordedBy">As in the answer: this text takes the place of the extractive one. Null before that.</param>
internal sealed record DeltaEvent(string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WordedBy = null);
