namespace PolicyQa.App.Channels.WeChat;

/// <summary>The body of the response to a callback.</summary>
internal static class PassiveReply
{
    /// <summary>WeChat then neither tries again nor shows an error. Needs no encryption.</summary>
    public const string Nothing = "success";

    /// <summary>Plain XML, to the person and from the account: the other way round than it came.</summary>
    public static string Text(InboundMessage message, string content, DateTimeOffset now) =>
        $"<xml><ToUserName>{XmlText.CData(message.FromUser)}</ToUserName><FromUserName>{XmlText.CData(message.ToUser)}</FromUserName><CreateTime>{now.ToUnixTimeSeconds()}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>{XmlText.CData(content)}</Content></xml>";
}
