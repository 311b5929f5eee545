namespace PolicyQa.App.Channels.WeChat;

/// <summary>What came back to a simulated message.</summary>
/// <param name="Status">HTTP.</param>
/// <param name="Body">As it came.</param>
/// <param name="Message">Decrypted; null where there is no answer in it.</param>
internal sealed record SimulatedReply(int Status, string Body, string? Message)
{
    /// <summary>What the person reads; null where that is nothing.</summary>
    public string? Text => Message is null ? null : BotJson.Parse(Message) is { } json
        ? BotJson.Text(json, BotJson.Text(json, "msgtype"), "content")
        : XmlFields.Parse(Message)?["Content"];
}
