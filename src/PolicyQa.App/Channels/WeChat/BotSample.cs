namespace PolicyQa.App.Channels.WeChat;

/// <summary>What WeCom posts to an AI bot, unencrypted, for a simulated person.</summary>
internal static class BotSample
{
    public static string Text(string user, string text, string messageId) => BotJson.Write(json =>
    {
        json.WriteString("msgid", messageId);
        json.WriteString("aibotid", "simulated");
        json.WriteString("chattype", "single");
        json.WriteStartObject("from");
        json.WriteString("userid", user);
        json.WriteEndObject();
        json.WriteString("msgtype", "text");
        json.WriteStartObject("text");
        json.WriteString("content", text);
        json.WriteEndObject();
    });

    /// <summary>Asks for the rest of a stream.</summary>
    public static string Refresh(string user, string streamId) => BotJson.Write(json =>
    {
        json.WriteString("aibotid", "simulated");
        json.WriteStartObject("from");
        json.WriteString("userid", user);
        json.WriteEndObject();
        json.WriteString("msgtype", "stream");
        json.WriteStartObject("stream");
        json.WriteString("id", streamId);
        json.WriteEndObject();
    });

    /// <summary>The id of a stream that has not ended; null where it has, or where the reply is none.</summary>
    public static string? Unfinished(SimulatedReply reply) =>
        reply.Message is { } message && BotJson.Parse(message) is { } json && json.TryGetProperty("stream", out var stream) && !stream.GetProperty("finish").GetBoolean()
            ? BotJson.Text(stream, "id")
            : null;
}
