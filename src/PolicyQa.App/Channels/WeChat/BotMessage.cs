using System.Text.Json;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>A message, refresh or event of an AI bot.</summary>
/// <param name="Type">text, voice, mixed, image, file, video, stream, event.</param>
/// <param name="User">Who writes, and in which group: people in a group each have a conversation of their own.</param>
/// <param name="Id">msgid.</param>
/// <param name="Text">What is asked; empty where it holds no words.</param>
/// <param name="StreamId">Of a refresh.</param>
/// <param name="Event">Of an event.</param>
internal sealed record BotMessage(string Type, string User, string Id, string Text, string StreamId, string Event)
{
    /// <summary>Null where it has no type.</summary>
    public static BotMessage? Of(JsonElement json)
    {
        var type = BotJson.Text(json, "msgtype");
        if (type.Length == 0) return null;
        var text = type switch
        {
            "text" => BotJson.Text(json, "text", "content"),
            "voice" => BotJson.Text(json, "voice", "content"),
            "mixed" => Mixed(json),
            _ => "",
        };
        return new BotMessage(
            type,
            string.Join('\u0001', BotJson.Text(json, "aibotid"), BotJson.Text(json, "chatid"), BotJson.Text(json, "from", "userid")),
            BotJson.Text(json, "msgid"),
            (BotJson.Text(json, "chattype") == "group" ? WithoutMention(text) : text).Trim(),
            BotJson.Text(json, "stream", "id"),
            BotJson.Text(json, "event", "eventtype"));
    }

    private static string Mixed(JsonElement json) =>
        json.TryGetProperty("mixed", out var mixed) && mixed.ValueKind == JsonValueKind.Object && mixed.TryGetProperty("msg_item", out var items) && items.ValueKind == JsonValueKind.Array
            ? string.Join(' ', items.EnumerateArray().Select(i => BotJson.Text(i, "text", "content")).Where(t => t.Length > 0))
            : "";

    // In a group the text begins with "@Bot ".
    private static string WithoutMention(string text)
    {
        var bare = text.TrimStart();
        if (!bare.StartsWith('@')) return bare;
        var end = bare.AsSpan().IndexOfAny(' ', '\u2005', '\n');
        return end < 0 ? bare : bare[(end + 1)..];
    }
}
