using System.Text.Json.Serialization;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>Tokens, as <see cref="Tokens"/> estimates them.</summary>
internal sealed record ChatUsage(
    [property: JsonPropertyName("prompt_tokens")] int PromptTokens,
    [property: JsonPropertyName("completion_tokens")] int CompletionTokens,
    [property: JsonPropertyName("total_tokens")] int TotalTokens)
{
    public static ChatUsage Of(int asked, string answered) => new(asked, Tokens.Estimate(answered), asked + Tokens.Estimate(answered));
}
