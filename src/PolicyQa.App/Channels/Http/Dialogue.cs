using PolicyQa.Answering;
using PolicyQa.App.Review;

namespace PolicyQa.App.Channels.Http;

/// <summary>Asks the engine of the moment in the light of the conversation so far.</summary>
internal sealed class Dialogue(EngineHost engines, Conversations conversations, FrontDesk desk, CurrentModel model)
{
    public Answer Ask(AskBody body, string channel, CancellationToken cancellationToken)
    {
        var id = body.ConversationId ?? Conversations.NewId();
        var request = new AskRequest(body.Question) { History = History(id, body.Question), Department = body.Department, Explain = body.Explain };
        using var lease = engines.Lease();
        var answer = desk.Ask(lease.Engine, request, channel, cancellationToken);
        conversations.Remember(id, body.Question);
        return answer with { ConversationId = id };
    }

    /// <summary>The same, with a follow-up made whole by a model first where that is wished for.</summary>
    public async Task<Answer> AskAsync(AskBody body, string channel, CancellationToken cancellationToken)
    {
        if (model.Now.Rewriting is not { } rewriting || body.ConversationId is not { } id || History(id, body.Question) is not { Count: > 0 } history) return Ask(body, channel, cancellationToken);
        var whole = await rewriting(body.Question, history, cancellationToken);
        return Ask(whole is null ? body : body with { Question = whole }, channel, cancellationToken) with { Question = body.Question };
    }

    // Asked again (a reloaded page), a question is not its own history.
    private IReadOnlyList<string> History(string id, string question)
    {
        var history = conversations.History(id);
        return history.Count > 0 && history[^1] == question ? [.. history.SkipLast(1)] : history;
    }
}
