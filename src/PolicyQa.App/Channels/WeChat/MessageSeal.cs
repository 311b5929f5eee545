using System.Globalization;
using System.Security.Cryptography;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Signs, checks, opens and seals messages of one account. During a rotation it holds two keys, the current one first.</summary>
internal sealed class MessageSeal(string token, IReadOnlyList<MessageCipher> ciphers, string receiveId)
{
    public bool HasKey => ciphers.Count > 0;

    /// <summary>The key that new messages go out under.</summary>
    public MessageCipher Current => ciphers[0];

    /// <summary>signature: covers token, timestamp and nonce only.</summary>
    public bool Signs(CallbackQuery query) => CallbackSignature.Matches(CallbackSignature.Of(token, query.Timestamp, query.Nonce), query.Signature);

    /// <summary>Checks msg_signature, and only then decrypts.</summary>
    public OpenedMessage Open(CallbackQuery query, string encrypt)
    {
        if (!CallbackSignature.Matches(CallbackSignature.Of(token, query.Timestamp, query.Nonce, encrypt), query.MsgSignature))
            return OpenedMessage.Refused(CallbackFault.Signature);
        var fault = CallbackFault.AesKey;
        foreach (var cipher in ciphers)
        {
            var opened = cipher.Open(encrypt, receiveId);
            if (opened.Fault == CallbackFault.None) return opened;
            // A key that reads everything but the id is the right key; say so rather than what the other key found.
            if (fault is CallbackFault.AesKey || opened.Fault == CallbackFault.ReceiveId) fault = opened.Fault;
        }

        return OpenedMessage.Refused(fault);
    }

    public string Sign(string timestamp, string nonce) => CallbackSignature.Of(token, timestamp, nonce);

    public SealedMessage Seal(string message, MessageCipher cipher, DateTimeOffset now, string nonce)
    {
        var encrypt = cipher.Seal(message, receiveId, RandomNumberGenerator.GetBytes(MessageCipher.RandomBytes));
        var timestamp = now.ToUnixTimeSeconds();
        return new SealedMessage(encrypt, CallbackSignature.Of(token, timestamp.ToString(CultureInfo.InvariantCulture), nonce, encrypt), timestamp, nonce);
    }
}
