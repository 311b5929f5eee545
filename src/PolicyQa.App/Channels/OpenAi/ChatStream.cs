using System.Runtime.CompilerServices;
using PolicyQa.Answering;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>
/// An answer in pieces. What was sent cannot be taken back here, so where a model words the answer its best guarded wording is
/// awaited, no longer than the model may take; the short answer goes out at once.
/// </summary>
/// <param name="id">Of the completion.</param>
/// <param name="created">Seconds since 1970.</param>
/// <param name="request">What was asked.</param>
/// <param name="text">How answers are written.</param>
internal sealed class ChatStream(string id, long created, ChatRequest request, ChatText text)
{
    public async IAsyncEnumerable<ChatCompletionChunk> Of(Answer extractive, Wordings? wordings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = ChatText.Head(extractive);
        yield return Chunk(new ChatDelta("assistant", head));
        var answer = wordings is null ? extractive : await wordings.LastAsync(extractive, cancellationToken) ?? extractive;
        foreach (var clause in Clauses(answer.Text)) yield return Chunk(new ChatDelta(Content: text.Linked(clause, answer)));
        if (text.Tail(answer) is { Length: > 0 } tail) yield return Chunk(new ChatDelta(Content: tail));
        yield return Chunk(new ChatDelta(), "stop") with { Citations = answer.Citations };
        if (!request.IncludeUsage) yield break;
        yield return new ChatCompletionChunk(id, "chat.completion.chunk", created, ModelCard.Name, []) { Usage = ChatUsage.Of(request.PromptTokens, text.Of(answer)), Citations = answer.Citations };
    }

    private ChatCompletionChunk Chunk(ChatDelta delta, string? finish = null) => new(id, "chat.completion.chunk", created, ModelCard.Name, [new ChatChunkChoice(0, delta, finish)]);

    private static IEnumerable<string> Clauses(string text)
    {
        var start = 0;
        foreach (var end in ClauseEnds.Of(text))
        {
            yield return text[start..end];
            start = end;
        }
    }
}
