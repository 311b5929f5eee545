using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// Plays the platform with a person behind it against a running server: seals and signs as Tencent's servers do, checks and
/// opens what comes back. For `wechat send` and for tests.
/// </summary>
/// <param name="http">Its base address is the server.</param>
/// <param name="account">Whose token and key to use.</param>
/// <param name="mode">For an Official Account; WeCom always encrypts.</param>
/// <param name="time">The clock.</param>
internal sealed class SimulatedUser(HttpClient http, CallbackAccount account, SendMode mode, TimeProvider time)
{
    private readonly MessageSeal seal = new(account.Token, account.Ciphers, account.ReceiveId);

    private string Path => account.Platform == Platform.WeChat ? "/wechat/callback" : "/wecom/callback";

    /// <summary>A text message; MsgId is random unless given.</summary>
    public static string TextMessage(string user, string text, DateTimeOffset now, string? messageId = null) => Message(
        user, now, $"<MsgType><![CDATA[text]]></MsgType><Content>{XmlText.CData(text)}</Content><MsgId>{messageId ?? Number()}</MsgId>");

    /// <summary>Any message: what is common, and the rest as given.</summary>
    public static string Message(string user, DateTimeOffset now, string fields) =>
        $"<xml><ToUserName><![CDATA[gh_policyqa]]></ToUserName><FromUserName>{XmlText.CData(user)}</FromUserName><CreateTime>{now.ToUnixTimeSeconds()}</CreateTime>{fields}</xml>";

    /// <summary>Posts a message and opens the reply. The body is XML, or JSON for the AI bot.</summary>
    /// <param name="message">Unencrypted.</param>
    /// <param name="nonce">The same for an exact copy of a request; random unless given.</param>
    /// <param name="cancellationToken">Hangs up.</param>
    public async Task<SimulatedReply> SendAsync(string message, string? nonce = null, CancellationToken cancellationToken = default)
    {
        var (query, body) = Request(message, nonce ?? Number());
        using var content = new StringContent(body, Encoding.UTF8, account.Platform == Platform.AiBot ? "application/json" : "text/xml");
        using var response = await http.PostAsync(Path + query, content, cancellationToken);
        return Open((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>The address's query and the body, as the platform would send them.</summary>
    public (string Query, string Body) Request(string message, string nonce)
    {
        var now = time.GetUtcNow();
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var query = $"?signature={seal.Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}";
        if (account.Platform == Platform.WeChat && mode == SendMode.Plain) return (query, message);
        var sealedMessage = seal.Seal(message, seal.Current, now, nonce);
        query = $"?signature={seal.Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&encrypt_type=aes&msg_signature={sealedMessage.Signature}";
        if (account.Platform == Platform.AiBot) return (query, BotJson.Write(json => json.WriteString("encrypt", sealedMessage.Encrypt)));
        var encrypt = $"<Encrypt>{XmlText.CData(sealedMessage.Encrypt)}</Encrypt></xml>";
        return (query, mode == SendMode.Compatible ? message.Replace("</xml>", encrypt) : $"<xml><ToUserName><![CDATA[gh_policyqa]]></ToUserName>{encrypt}");
    }

    private SimulatedReply Open(int status, string body)
    {
        if (status != StatusCodes.Status200OK || body.Length == 0 || body == PassiveReply.Nothing) return new SimulatedReply(status, body, null);
        if (account.Platform == Platform.AiBot)
        {
            var json = BotJson.Parse(body) ?? throw new UserErrorException("服务器的回复不是 JSON");
            return new SimulatedReply(status, body, Opened(BotJson.Text(json, "encrypt"), BotJson.Text(json, "msgsignature"), BotJson.Text(json, "timestamp"), BotJson.Text(json, "nonce")));
        }

        var fields = XmlFields.Parse(body) ?? throw new UserErrorException("服务器的回复不是 XML");
        return new SimulatedReply(status, body, fields["Encrypt"].Length == 0 ? body : Opened(fields["Encrypt"], fields["MsgSignature"], fields["TimeStamp"], fields["Nonce"]));
    }

    private string Opened(string encrypt, string signature, string timestamp, string nonce)
    {
        var opened = seal.Open(new CallbackQuery { MsgSignature = signature, Timestamp = timestamp, Nonce = nonce }, encrypt);
        return opened.Message ?? throw new UserErrorException($"服务器的回复解不开（{(int)opened.Fault}）：两边的 Token、EncodingAESKey 或 {account.ReceiveIdName} 不一致");
    }

    private static string Number() => RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture) + RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
}
