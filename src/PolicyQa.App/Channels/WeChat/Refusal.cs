using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Why a callback was refused, in the words of who set it up. Holds no secret.</summary>
/// <param name="At">When.</param>
/// <param name="Fault">Its number.</param>
/// <param name="Parameter">The setting or parameter that is most likely wrong.</param>
/// <param name="Explanation">What to do.</param>
internal sealed record Refusal(DateTimeOffset At, CallbackFault Fault, string Parameter, string Explanation)
{
    public static Refusal Of(CallbackAccount account, MessageSeal seal, CallbackQuery query, CallbackFault fault, DateTimeOffset now)
    {
        string Setting(string name) => $"{account.Section}:{name}";
        var (parameter, explanation) = fault switch
        {
            CallbackFault.None => ("", "都对。"),
            CallbackFault.Signature => Signature(account, seal, query),
            CallbackFault.AesKey => (Setting("EncodingAESKey"), "消息是加密的，但没有设置 EncodingAESKey。请从后台复制 43 位的 EncodingAESKey。"),
            CallbackFault.Decryption or CallbackFault.Buffer => (Setting("EncodingAESKey"), "签名对，但解不开：EncodingAESKey 与后台的不一致。刚换过密钥的，请把旧的填在 PreviousEncodingAESKey。"),
            CallbackFault.ReceiveId => (Setting(account.ReceiveIdName), $"解开了，但消息是发给别的账号的：请核对 {account.ReceiveIdName}。"),
            CallbackFault.Base64 => ("Encrypt", "密文不是 Base64：转发请求的代理可能改动了内容。"),
            CallbackFault.Expired => (Setting("TimestampWindowSeconds"), "timestamp 与服务器时钟相差太多：请校准服务器时间，或调大 TimestampWindowSeconds（0 为不限）。"),
            CallbackFault.Plaintext => (Setting("AllowPlaintext"), "收到未加密的消息：请在后台选择“安全模式”；确实要用明文，把 AllowPlaintext 设为 true。"),
            CallbackFault.TooLarge => ("body", "请求的内容太大。"),
            _ => ("body", "内容不是平台的消息格式：转发请求的代理可能改动了内容。"),
        };
        return new Refusal(now, fault, parameter, explanation);
    }

    private static (string, string) Signature(CallbackAccount account, MessageSeal seal, CallbackQuery query)
    {
        var name = account.Platform == Platform.WeChat && query.MsgSignature.Length == 0 ? "signature" : "msg_signature";
        var given = name == "signature" ? query.Signature : query.MsgSignature;
        if (query.Timestamp.Length == 0) return ("timestamp", "网址里没有 timestamp：转发请求的代理可能丢掉了参数。");
        if (query.Nonce.Length == 0) return ("nonce", "网址里没有 nonce：转发请求的代理可能丢掉了参数。");
        if (given.Length == 0) return (name, $"网址里没有 {name}：转发请求的代理可能丢掉了参数，或这不是平台发来的。");
        // signature covers the token but not the body: where it fits, the token is right.
        if (query.Signature.Length > 0 && name == "msg_signature" && seal.Signs(query)) return (name, "Token 是对的，但密文与签名对不上：内容在路上被改动了。");
        if (account.Platform == Platform.WeChat && name == "signature" && seal.Signs(query)) return ("echostr", "签名是对的，但网址里没有 echostr。");
        return ($"{account.Section}:Token", "签名对不上：Token 与后台填的不一致（注意大小写和首尾空格）。");
    }
}
