using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.App.Configuration;

/// <summary>One account that WeChat or WeCom calls back. A class and no record: a record would print its token.</summary>
internal sealed class CallbackAccount
{
    private const int DefaultWindowSeconds = 300;
    private const int DefaultPerMinute = 20;

    public required Platform Platform { get; init; }

    /// <summary>Where it stands in the settings: WeChat, WeCom, WeCom:AiBot.</summary>
    public required string Section { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>Shared secret of the signatures.</summary>
    public required string Token { get; init; }

    /// <summary>Current key first, then the one before it while a rotation lasts. Empty: plaintext only.</summary>
    public required IReadOnlyList<MessageCipher> Ciphers { get; init; }

    /// <summary>AppID, CorpID; empty for an AI bot.</summary>
    public required string ReceiveId { get; init; }

    /// <summary>Unencrypted posts are taken even though there is a key.</summary>
    public required bool AllowPlaintext { get; init; }

    /// <summary>How far a timestamp may be off; zero = any.</summary>
    public required TimeSpan Window { get; init; }

    public required bool ReplayProtection { get; init; }

    /// <summary>Messages a minute that one person is answered; 0 = no limit.</summary>
    public required int PerMinute { get; init; }

    /// <summary>AppId or CorpId: what the receive id is called in the settings.</summary>
    public string ReceiveIdName => Platform == Platform.WeChat ? "AppId" : "CorpId";

    /// <summary>Reads and, where it is enabled, checks an account.</summary>
    /// <param name="platform">Whose account.</param>
    /// <param name="own">Its section.</param>
    /// <param name="outer">What an AI bot leaves empty comes from the WeCom section around it; null for the others.</param>
    public static CallbackAccount Read(Platform platform, SectionValues own, SectionValues? outer = null)
    {
        string Text(string name) => own.Text(name) is { Length: > 0 } value ? value : outer?.Text(name) ?? "";
        // An old key belongs to its new one.
        var keys = own.Text("EncodingAESKey").Length > 0 || outer is null ? own : outer;
        var account = new CallbackAccount
        {
            Platform = platform,
            Section = own.Section,
            // A bot with credentials of its own needs no second switch.
            Enabled = own.Flag("Enabled", outer is not null && own.Text("Token").Length > 0 && own.Text("EncodingAESKey").Length > 0),
            Token = Text("Token"),
            Ciphers = [.. new[] { "EncodingAESKey", "PreviousEncodingAESKey" }.Where(n => keys.Text(n).Length > 0).Select(n => Cipher(keys.Section, n, keys.Text(n)))],
            ReceiveId = platform switch { Platform.WeChat => own.Text("AppId"), Platform.WeCom => own.Text("CorpId"), _ => "" },
            AllowPlaintext = own.Flag("AllowPlaintext", false),
            Window = TimeSpan.FromSeconds(own.Number("TimestampWindowSeconds", outer?.Number("TimestampWindowSeconds", DefaultWindowSeconds, 86_400) ?? DefaultWindowSeconds, 86_400)),
            ReplayProtection = own.Flag("ReplayProtection", outer?.Flag("ReplayProtection", true) ?? true),
            PerMinute = own.Number("PerUserPerMinute", outer?.Number("PerUserPerMinute", DefaultPerMinute, 100_000) ?? DefaultPerMinute, 100_000),
        };
        if (account.Enabled) account.Check();
        return account;
    }

    /// <summary>All that it takes to talk to the platform is there.</summary>
    /// <exception cref="UserErrorException">Names what is missing.</exception>
    public void Check()
    {
        if (Token.Length == 0) throw Missing("Token", "填公众平台或企业微信后台的 Token");
        if (Platform != Platform.WeChat && Ciphers.Count == 0) throw Missing("EncodingAESKey", "企业微信的消息都是加密的");
        if (Platform != Platform.AiBot && Ciphers.Count > 0 && ReceiveId.Length == 0) throw Missing(ReceiveIdName, "有了 EncodingAESKey 就要用它核对消息是发给谁的");
    }

    private UserErrorException Missing(string name, string why) => new($"设置 {Section}:{name} 是空的：{why}");

    private static MessageCipher Cipher(string section, string name, string key) => MessageCipher.From(key)
        ?? throw new UserErrorException($"设置 {section}:{name} 应是 {MessageCipher.KeyCharacters} 位字母和数字，实际是 {key.Length} 位");
}
