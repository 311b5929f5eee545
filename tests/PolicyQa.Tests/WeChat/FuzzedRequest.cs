using System.Text;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

/// <summary>One request of a stranger, or of the platform with something strange in it. The same seed makes the same one.</summary>
internal static class FuzzedRequest
{
    private static readonly string[] Pieces =
    [
        "<xml>", "</xml>", "<![CDATA[", "]]>", "]]", "<", ">", "&", "&e;", "&#0;", "&#x1F600;", "<!DOCTYPE x>", "<?xml version=\"1.0\"?>", "\u0000", "\u001d", "\uFFFE", "😀", "{", "}", "\"", "\\ud800",
        "<Encrypt>", "</Encrypt>", "<MsgType>event</MsgType>", "<Event>CLICK</Event>", "<EventKey>补充多少教师</EventKey>", "<MsgId>18446744073709551616</MsgId>", "<FromUserName/>", "补充多少教师", "续", "1", "9",
    ];

    /// <summary>Key: what tells this message from all others; its answer may come once.</summary>
    public static (string Path, string Query, byte[] Body, string Key) Make(ChatServer server, Random random)
    {
        var key = $"{random.Next()}-{random.Next()}";
        var platform = (Platform)random.Next(3);
        var user = server.User(platform, (SendMode)random.Next(3));
        var message = platform == Platform.AiBot
            ? BotSample.Text(key, Text(random), key)
            : server.Says(Text(random), key, key);
        // Inside the seal: what only the platform itself could send.
        if (random.Next(2) == 0) message = Mutate(message, random);
        var (query, body) = user.Request(message, key);
        // Outside of it: what anybody can.
        if (random.Next(3) == 0) body = Mutate(body, random);
        if (random.Next(6) == 0) query = Mutate(query, random).Replace("#", "").Replace(" ", "");
        var bytes = Encoding.UTF8.GetBytes(body);
        if (random.Next(8) == 0 && bytes.Length > 0)
            for (var i = 0; i < 3; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        if (random.Next(200) == 0) bytes = new byte[random.Next(60_000, 80_000)];
        return (platform == Platform.WeChat ? "/wechat/callback" : "/wecom/callback", Escape(query), bytes, key);
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pieces[random.Next(Pieces.Length)])) + (random.Next(2) == 0 ? "补充多少教师" : "");

    private static string Mutate(string text, Random random)
    {
        for (var n = random.Next(1, 4); n > 0 && text.Length > 0; n--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => text.Remove(at, Math.Min(text.Length - at, random.Next(1, 20))),
                2 => text[..at] + (char)random.Next(0x3000) + text[(at + 1)..],
                _ => random.Next(3) == 0 ? text[..at] : text + text[at..],
            };
        }

        return text;
    }

    private static string Escape(string query) => query.Length == 0 ? "" : "?" + string.Join('&', query.TrimStart('?').Split('&').Select(p => string.Join('=', p.Split('=').Select(Safe))));

    private static string Safe(string text) => Uri.EscapeDataString(XmlText.Clean(text));
}
