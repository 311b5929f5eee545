namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// One callback address. The channel's one catch-all: whatever fails below, the platform gets 200 and nobody an exception's
/// text. At WeCom's address an application (XML) and a bot (JSON) share the door.
/// </summary>
internal sealed class CallbackRoute(IReadOnlyList<CallbackGate> gates, XmlCallback? xml, BotCallback? bot, TimeProvider time, ILogger logger)
{
    public Task GetAsync(HttpContext http) => GuardAsync(http, async () =>
    {
        var query = CallbackQuery.Of(http.Request.QueryString);
        var verified = gates.Select(g => (Gate: g, Opened: g.Verify(query))).ToList();
        if (verified.FirstOrDefault(v => v.Opened.Message is not null).Opened.Message is { } echo)
        {
            await CallbackResponse.WriteAsync(http, echo);
            return;
        }

        foreach (var (gate, opened) in verified) gate.Note(query, opened.Fault, logger);
        await CallbackResponse.RefuseAsync(http, verified[0].Opened.Fault);
    });

    public Task PostAsync(HttpContext http) => GuardAsync(http, async () =>
    {
        var begun = time.GetTimestamp();
        var query = CallbackQuery.Of(http.Request.QueryString);
        var body = await CallbackBody.ReadAsync(http.Request, http.RequestAborted);
        if (body is null)
        {
            gates[0].Note(query, CallbackFault.TooLarge, logger);
            await CallbackResponse.RefuseAsync(http, CallbackFault.TooLarge);
            return;
        }

        var isJson = body.AsSpan().TrimStart().StartsWith("{");
        if (isJson && bot is not null) await bot.PostAsync(http, query, body, begun);
        else if (!isJson && xml is not null) await xml.PostAsync(http, query, body, begun);
        else
        {
            gates[0].Note(query, CallbackFault.Malformed, logger);
            await CallbackResponse.RefuseAsync(http, CallbackFault.Malformed);
        }
    });

    private async Task GuardAsync(HttpContext http, Func<Task> handle)
    {
        try
        {
            await handle();
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more.
        }
        catch (Exception e)
        {
            Log.CallbackFailed(logger, gates[0].Account.Section, e);
            await CallbackResponse.WriteAsync(http, gates[0].Account.Platform == Platform.WeChat ? PassiveReply.Nothing : "");
        }
    }
}
