using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Llm;

/// <summary>A model behind an OpenAI-compatible address, asked through Semantic Kernel.</summary>
internal sealed class ChatModel : IDisposable
{
    private const int Precision = 1 << 20;
    private readonly HttpClient http;
    private readonly OpenAIChatCompletionService chat;

    public ChatModel(LlmSettings settings, TimeProvider time)
    {
        var retry = new RetryHandler(time, () => RandomNumberGenerator.GetInt32(Precision) / (double)Precision)
        {
            // A connection lives for minutes only, so that a changed address is noticed.
            InnerHandler = new AddressHandler(settings.Endpoint, settings.ApiKey) { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false } },
        };
        // Whoever asks holds the clock.
        http = new HttpClient(retry) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning disable SKEXP0010 // Marked experimental for its address parameter: other services than OpenAI's are what it is for.
        chat = new OpenAIChatCompletionService(settings.Model, settings.Endpoint, settings.ApiKey.Length > 0 ? settings.ApiKey : "none", httpClient: http);
#pragma warning restore SKEXP0010
    }

    /// <summary>What the model writes, piece by piece. The prompt goes as it is: no template language reads it.</summary>
    public async IAsyncEnumerable<string> StreamAsync(Prompt prompt, string request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = new ChatHistory(prompt.System);
        history.AddUserMessage(request);
        var settings = new OpenAIPromptExecutionSettings { Temperature = prompt.Temperature, MaxTokens = prompt.MaxTokens };
        await foreach (var piece in chat.GetStreamingChatMessageContentsAsync(history, settings, kernel: null, cancellationToken))
        {
            if (piece.Content is { Length: > 0 } text) yield return text;
        }
    }

    public void Dispose() => http.Dispose();
}
