namespace PolicyQa.App.Channels.WeChat;

/// <summary>Messages of an Official Account or a WeCom application: verify, dispatch once, answer in time.</summary>
internal sealed class XmlCallback(CallbackGate gate, ChatDesk desk, ChatMemory memory, UserKeys users, TimeProvider time, ILogger<XmlCallback> logger)
{
    /// <summary>The platform has hung up, or is about to; what is left is for its next try.</summary>
    public static readonly TimeSpan TooLate = TimeSpan.FromSeconds(4.8);
    private const int RememberedMessages = 20_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(10);

    private readonly ExpiringMemory<Delivery> deliveries = new(RememberedMessages, RememberedFor, time);

    public CallbackGate Gate => gate;

    public async Task PostAsync(HttpContext http, CallbackQuery query, string body, long begun)
    {
        if (XmlFields.Parse(body) is not { } envelope)
        {
            await RefuseAsync(http, query, CallbackFault.Malformed);
            return;
        }

        var opened = gate.Open(query, body, envelope);
        var message = opened.Message is null ? null : (opened.Cipher is null ? envelope : XmlFields.Parse(opened.Message)) is { } fields ? InboundMessage.Of(fields) : null;
        if (message is null)
        {
            await RefuseAsync(http, query, opened.Fault == CallbackFault.None ? CallbackFault.Malformed : opened.Fault);
            return;
        }

        if (await AnswerAsync(http, query, message, opened.Cipher is not null, begun) is not { } carried)
        {
            await NothingAsync(http);
            return;
        }

        var xml = PassiveReply.Text(message, carried.Text, time.GetUtcNow());
        if (opened.Cipher is { } cipher) xml = gate.Seal.Seal(xml, cipher, time.GetUtcNow(), query.Nonce).ToXml();
        await CarryAsync(http, carried.Delivery, xml);
    }

    /// <summary>WeChat wants a word where there is nothing to say, WeCom an empty body.</summary>
    public Task NothingAsync(HttpContext http) => CallbackResponse.WriteAsync(http, gate.Account.Platform == Platform.WeChat ? PassiveReply.Nothing : "");

    /// <summary>The answer, where this delivery is the one to carry it.</summary>
    private async Task<(Delivery Delivery, string Text)?> AnswerAsync(HttpContext http, CallbackQuery query, InboundMessage message, bool encrypted, long begun)
    {
        var platform = gate.Account.Platform;
        var key = users.Of(platform, message.DeliveryKey);
        var known = deliveries.TryGet(key, out var delivery);
        // A copy of a request whose message is no longer known gets nothing; one that is known may still miss its answer.
        if (!gate.IsFresh(query, encrypted) && !known) return null;
        delivery ??= deliveries.GetOrAdd(key, () => new Delivery(() => WorkAsync(message, users.Of(platform, message.FromUser), begun)), out _);
        var arrival = delivery.Arrive();
        var text = await delivery.Answer;
        var listening = !http.RequestAborted.IsCancellationRequested && time.GetElapsedTime(begun) < TooLate;
        return text is not null && listening && delivery.Claim(arrival) ? (delivery, text) : null;
    }

    private async Task<string?> WorkAsync(InboundMessage message, string user, long begun)
    {
        try
        {
            var leaving = message is { Type: "event", Event: "unsubscribe" };
            return leaving || memory.Allows(user, gate.Account.PerMinute) ? await desk.ReplyAsync(message, user, gate.Account.Platform, begun) : Sentences.TooFast;
        }
        catch (Exception e)
        {
            Log.CallbackFailed(logger, gate.Account.Section, e);
            return Sentences.Fault;
        }
    }

    private static async Task CarryAsync(HttpContext http, Delivery delivery, string xml)
    {
        try
        {
            await CallbackResponse.WriteAsync(http, xml, CallbackResponse.Xml);
        }
        finally
        {
            if (http.RequestAborted.IsCancellationRequested) delivery.GiveBack();
        }
    }

    private Task RefuseAsync(HttpContext http, CallbackQuery query, CallbackFault fault)
    {
        gate.Note(query, fault, logger);
        return CallbackResponse.RefuseAsync(http, fault);
    }
}
