using System.Buffers.Text;
using System.Security.Cryptography;
using PolicyQa.App.Channels.Http;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>The AI bot: JSON in, a stream out that the platform comes back for until it is finished. Each refresh gets the whole text so far.</summary>
internal sealed class BotCallback(CallbackGate gate, TimelyAnswers answers, ChatDesk desk, ChatMemory memory, UserKeys users, ChatSettings settings, TimeProvider time, ILogger<BotCallback> logger)
{
    private const int RememberedStreams = 5_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(10);

    private readonly ExpiringMemory<BotStream> byMessage = new(RememberedStreams, RememberedFor, time);
    private readonly ExpiringMemory<BotStream> byId = new(RememberedStreams, RememberedFor, time);

    public CallbackGate Gate => gate;

    public async Task PostAsync(HttpContext http, CallbackQuery query, string body, long begun)
    {
        var encrypt = BotJson.Parse(body) is { } envelope ? BotJson.Text(envelope, "encrypt") : "";
        var opened = encrypt.Length == 0 ? OpenedMessage.Refused(CallbackFault.Malformed) : gate.Open(query, encrypt);
        var message = opened.Message is not null && BotJson.Parse(opened.Message) is { } json ? BotMessage.Of(json) : null;
        if (message is null)
        {
            var fault = opened.Fault == CallbackFault.None ? CallbackFault.Malformed : opened.Fault;
            gate.Note(query, fault, logger);
            await CallbackResponse.RefuseAsync(http, fault);
            return;
        }

        var reply = await ReplyAsync(query, message, begun);
        if (reply is null) await CallbackResponse.WriteAsync(http, "");
        else await CallbackResponse.WriteAsync(http, gate.Seal.Seal(reply, opened.Cipher!, time.GetUtcNow(), query.Nonce).ToJson(), CallbackResponse.Json);
    }

    private async Task<string?> ReplyAsync(CallbackQuery query, BotMessage message, long begun)
    {
        var fresh = gate.IsFresh(query, encrypted: true);
        var user = users.Of(Platform.AiBot, message.User);
        switch (message.Type)
        {
            // A refresh that comes twice is told the same twice: the text replaces, it does not add.
            case "stream":
                return byId.TryGet(message.StreamId, out var known) ? await StateAsync(known, user) : Stream(message.StreamId, Sentences.StreamGone, finish: true);
            case "event":
                return fresh && message.Event == "enter_chat" ? Text(desk.Greet(user)) : null;
        }

        var key = users.Of(Platform.AiBot, $"{message.User}\u0001{message.Id}");
        if (!byMessage.TryGet(key, out var stream))
        {
            if (!fresh) return null;
            stream = byMessage.GetOrAdd(key, () => new BotStream(NewId(), begun, () => Begin(message, user)), out _);
            byId.Set(stream.Id, stream);
        }

        try
        {
            // The same message again joins the same stream: to the person that is one answer.
            if (stream.Work.Pending is { } pending) await answers.InTimeAsync(pending.Extractive, begun);
            return await StateAsync(stream, user);
        }
        catch (Exception e)
        {
            Log.CallbackFailed(logger, gate.Account.Section, e);
            return Stream(stream.Id, Sentences.Fault, finish: true);
        }
    }

    private BotWork Begin(BotMessage message, string user)
    {
        if (!memory.Allows(user, gate.Account.PerMinute)) return new BotWork(Sentences.TooFast, null);
        if (message.Text.Length == 0) return new BotWork(message.Type == "voice" ? Sentences.PleaseType : Sentences.TextOnly, null);
        var (question, said) = desk.Understand(message.Text, user);
        return question is null ? new BotWork(said, null) : new BotWork(null, answers.Begin(new AskBody(question, user)));
    }

    private async Task<string> StateAsync(BotStream stream, string user)
    {
        if (stream.Work.Pending is not { } pending) return Stream(stream.Id, stream.Work.Said!, finish: true);
        // A stream must end, whatever became of the work: the platform shows it as being written until then.
        var finish = pending.Final.IsCompleted || time.GetElapsedTime(stream.Begun) >= TimelyAnswers.Patience;
        if (!pending.Extractive.IsCompleted) return Stream(stream.Id, finish ? Sentences.Fault : Sentences.Looking, finish);
        try
        {
            if (await pending.BestAsync() is not { } answer) return Stream(stream.Id, Sentences.NotReady, finish: true);
            memory.Remember(user, new ChatState(PhoneText.Choices(answer), []));
            return Stream(stream.Id, BotMarkdown.Compose(answer, settings.SiteUrl), finish);
        }
        catch (Exception e)
        {
            Log.CallbackFailed(logger, gate.Account.Section, e);
            return Stream(stream.Id, Sentences.Fault, finish: true);
        }
    }

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));

    private static string Text(string content) => BotJson.Write(json =>
    {
        json.WriteString("msgtype", "text");
        json.WriteStartObject("text");
        json.WriteString("content", content);
        json.WriteEndObject();
    });

    private static string Stream(string id, string content, bool finish) => BotJson.Write(json =>
    {
        json.WriteString("msgtype", "stream");
        json.WriteStartObject("stream");
        json.WriteString("id", id);
        json.WriteBoolean("finish", finish);
        json.WriteString("content", content);
        json.WriteEndObject();
    });
}
