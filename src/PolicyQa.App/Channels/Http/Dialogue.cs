using PolicyQa.Answering;

namespace PolicyQa.App.Channels.Http;

/// <summary>Asks the engine of the moment in the light of the conversation so far.</summary>
internal sealed class Dialogue(EngineHost engines, Conversations conversations)
{
    public Answer Ask(AskBody body, CancellationToken cancellationToken)
    {
        var id = body.ConversationId ?? Conversations.NewId();
        var request = new AskRequest(body.Question) { History = History(id, body.Question), Department = body.Department, Explain = body.Explain };
        var answer = engines.Engine.Ask(request, cancellationToken);
        conversations.Remember(id, body.Question);
        return answer with { ConversationId = id };
    }

    // Asked again (a reloaded page), a question is not its own history.
    private IReadOnlyList<string> History(string id, string question)
    {
        var history = conversations.History(id);
        return history.Count > 0 && history[^1] == question ? [.. history.SkipLast(1)] : history;
    }
}
