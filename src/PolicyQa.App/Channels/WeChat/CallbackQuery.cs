namespace PolicyQa.App.Channels.WeChat;

/// <summary>What the platforms put into the address of a callback. Empty where missing.</summary>
internal sealed record CallbackQuery
{
    public string Signature { get; init; } = "";

    public string MsgSignature { get; init; } = "";

    public string Timestamp { get; init; } = "";

    public string Nonce { get; init; } = "";

    public string EchoStr { get; init; } = "";

    /// <summary>aes, raw or nothing.</summary>
    public string EncryptType { get; init; } = "";

    /// <summary>Decoded exactly once and without turning "+" into a space: base64 has plus signs and no spaces.</summary>
    public static CallbackQuery Of(QueryString query)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (var pair in (query.Value ?? "").TrimStart('?').Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0) values.TryAdd(pair[..equals], Uri.UnescapeDataString(pair[(equals + 1)..]));
        }

        string Value(string name) => values.GetValueOrDefault(name, "");
        return new CallbackQuery
        {
            Signature = Value("signature"),
            MsgSignature = Value("msg_signature"),
            Timestamp = Value("timestamp"),
            Nonce = Value("nonce"),
            EchoStr = Value("echostr"),
            EncryptType = Value("encrypt_type"),
        };
    }
}
