using PolicyQa.Answering;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>A whole answer, as OpenAI's clients expect it, with the citations beside.</summary>
internal sealed record ChatCompletion(string Id, string Object, long Created, string Model, IReadOnlyList<ChatChoice> Choices, ChatUsage Usage, IReadOnlyList<Citation> Citations);
