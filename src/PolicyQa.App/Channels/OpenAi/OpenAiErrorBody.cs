namespace PolicyQa.App.Channels.OpenAi;

/// <summary>{"error":{…}}, as OpenAI's clients expect it.</summary>
internal sealed record OpenAiErrorBody(OpenAiErrorDetail Error);
