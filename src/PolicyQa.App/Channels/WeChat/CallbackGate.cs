using System.Globalization;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Lets in what the platform sent and nothing else. One for each account; thread-safe.</summary>
internal sealed class CallbackGate(CallbackAccount account, TimeProvider time)
{
    private const int RememberedSignatures = 50_000;
    private static readonly TimeSpan LogApart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Unbounded = TimeSpan.FromDays(1);

    private readonly MessageSeal seal = new(account.Token, account.Ciphers, account.ReceiveId);

    // A signature outside the window is refused anyway; within it, which reaches both ways from now, it must be remembered.
    private readonly ExpiringMemory<bool> seen = new(RememberedSignatures, account.Window == TimeSpan.Zero ? Unbounded : account.Window * 2, time);

    public CallbackAccount Account => account;

    public MessageSeal Seal => seal;

    /// <summary>What was refused last, for the self-test; null while nothing was.</summary>
    public Refusal? LastRefusal { get; private set; }

    /// <summary>A GET: what to answer, exactly.</summary>
    public OpenedMessage Verify(CallbackQuery query)
    {
        // 公众号 sends echostr in the clear, 企业微信 encrypted.
        var opened = account.Platform == Platform.WeChat
            ? seal.Signs(query) && query.EchoStr.Length > 0 ? new OpenedMessage(query.EchoStr, null, CallbackFault.None) : OpenedMessage.Refused(CallbackFault.Signature)
            : seal.Open(query, query.EchoStr);
        return InTime(query, opened);
    }

    /// <summary>A POST of encrypted content.</summary>
    public OpenedMessage Open(CallbackQuery query, string encrypt) => InTime(query, seal.Open(query, encrypt));

    /// <summary>A POST of XML: encrypted, or plain where that is allowed. In compatible mode only the encrypted part counts.</summary>
    public OpenedMessage Open(CallbackQuery query, string body, XmlFields envelope)
    {
        var encrypt = envelope["Encrypt"].Trim();
        if (encrypt.Length > 0 && seal.HasKey) return Open(query, encrypt);
        if (string.Equals(query.EncryptType, "aes", StringComparison.OrdinalIgnoreCase)) return OpenedMessage.Refused(seal.HasKey ? CallbackFault.Malformed : CallbackFault.AesKey);
        if (account.Platform != Platform.WeChat || (seal.HasKey && !account.AllowPlaintext)) return OpenedMessage.Refused(CallbackFault.Plaintext);
        return seal.Signs(query) ? InTime(query, new OpenedMessage(body, null, CallbackFault.None)) : OpenedMessage.Refused(CallbackFault.Signature);
    }

    /// <summary>True once for each request that was let in; a copy of it, however late in the window, gets false.</summary>
    public bool IsFresh(CallbackQuery query, bool encrypted) =>
        !account.ReplayProtection || seen.TryAdd($"{query.Timestamp}\n{query.Nonce}\n{(encrypted ? query.MsgSignature : query.Signature)}", true);

    /// <summary>Keeps what the self-test tells of a refusal, and logs it; strangers who knock without end do not fill the log.</summary>
    public void Note(CallbackQuery query, CallbackFault fault, ILogger logger)
    {
        var refusal = Refusal.Of(account, seal, query, fault, time.GetUtcNow());
        var last = LastRefusal;
        LastRefusal = refusal;
        if (last is null || refusal.At - last.At >= LogApart) Log.CallbackRefused(logger, account.Section, (int)fault, refusal.Parameter, refusal.Explanation);
    }

    private OpenedMessage InTime(CallbackQuery query, OpenedMessage opened) =>
        opened.Fault == CallbackFault.None && !InWindow(query.Timestamp) ? OpenedMessage.Refused(CallbackFault.Expired) : opened;

    private bool InWindow(string timestamp)
    {
        if (account.Window == TimeSpan.Zero) return true;
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= now - account.Window.TotalSeconds && seconds <= now + account.Window.TotalSeconds;
    }
}
