namespace PolicyQa.App.Channels.WeChat;

/// <summary>A message or event of an Official Account or a WeCom application.</summary>
internal sealed record InboundMessage
{
    /// <summary>The account.</summary>
    public required string ToUser { get; init; }

    /// <summary>The person: OpenID or WeCom user id. Never logged.</summary>
    public required string FromUser { get; init; }

    /// <summary>text, voice, event, image, …</summary>
    public required string Type { get; init; }

    public required string Content { get; init; }

    /// <summary>Lower case: the platforms mix (subscribe, CLICK).</summary>
    public required string Event { get; init; }

    public required string EventKey { get; init; }

    /// <summary>
    /// The same for every delivery of one message. MsgId alone has collided between users; LOCATION and repeated unsubscribe
    /// collide on user and second.
    /// </summary>
    public required string DeliveryKey { get; init; }

    /// <summary>Null where sender or type are missing.</summary>
    public static InboundMessage? Of(XmlFields fields)
    {
        var (from, type, id) = (fields["FromUserName"].Trim(), fields["MsgType"].Trim().ToLowerInvariant(), fields["MsgId"].Trim());
        if (from.Length == 0 || type.Length == 0) return null;
        var content = type == "voice" ? fields["Recognition"] : fields["Content"];
        string[] key = id.Length > 0 && type != "event"
            ? [from, id]
            : [from, fields["CreateTime"].Trim(), fields["Event"], fields["EventKey"], type, type == "event" ? "" : content];
        return new InboundMessage
        {
            ToUser = fields["ToUserName"].Trim(),
            FromUser = from,
            Type = type,
            Content = content.Trim(),
            Event = fields["Event"].Trim().ToLowerInvariant(),
            EventKey = fields["EventKey"].Trim(),
            // A separator that is in no field: control characters have been taken out.
            DeliveryKey = string.Join('\u0001', key),
        };
    }
}
