namespace PolicyQa.App.Channels.WeChat;

/// <summary>One streamed answer: what it says now, and whether that is all.</summary>
/// <param name="id">Ours; the platform asks for the stream by it.</param>
/// <param name="begun">When the message came in.</param>
/// <param name="begin">Begins the work; called once.</param>
internal sealed class BotStream(string id, long begun, Func<BotWork> begin)
{
    private readonly Lazy<BotWork> work = new(begin);

    public string Id => id;

    public long Begun => begun;

    public BotWork Work => work.Value;
}
