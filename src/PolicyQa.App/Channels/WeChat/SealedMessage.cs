namespace PolicyQa.App.Channels.WeChat;

/// <summary>An encrypted message with what goes beside it.</summary>
/// <param name="Encrypt">Base64.</param>
/// <param name="Signature">Over token, timestamp, nonce and <paramref name="Encrypt"/>.</param>
/// <param name="Timestamp">Unix seconds.</param>
/// <param name="Nonce">As the request had it.</param>
internal sealed record SealedMessage(string Encrypt, string Signature, long Timestamp, string Nonce)
{
    public string ToXml() =>
        $"<xml><Encrypt>{XmlText.CData(Encrypt)}</Encrypt><MsgSignature>{XmlText.CData(Signature)}</MsgSignature><TimeStamp>{Timestamp}</TimeStamp><Nonce>{XmlText.CData(Nonce)}</Nonce></xml>";

    /// <summary>The AI bot's form.</summary>
    public string ToJson() => BotJson.Write(json =>
    {
        json.WriteString("encrypt", Encrypt);
        json.WriteString("msgsignature", Signature);
        json.WriteNumber("timestamp", Timestamp);
        json.WriteString("nonce", Nonce);
    });
}
