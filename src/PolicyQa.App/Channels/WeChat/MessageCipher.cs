using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// AES-256-CBC as WeChat and WeCom use it: IV = first 16 bytes of the key, PKCS#7 with a block of 32, and inside 16 random
/// bytes, the message's length in bytes (4, big-endian), the message, the receive id. Immutable and thread-safe.
/// </summary>
internal sealed class MessageCipher
{
    public const int KeyCharacters = 43;
    public const int RandomBytes = 16;
    private const int PadBlock = 32;
    private const int AesBlock = 16;
    private const int Head = RandomBytes + sizeof(uint);

    private readonly byte[] key;

    private MessageCipher(byte[] key) => this.key = key;

    /// <summary>Null where the text is no EncodingAESKey (-40004).</summary>
    public static MessageCipher? From(string encodingAesKey)
    {
        if (encodingAesKey.Length != KeyCharacters || !encodingAesKey.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/')) return null;
        // Not Base64.DecodeFromUtf8: it refuses keys whose last character leaves bits over, and the platforms hand out such keys.
        return new MessageCipher(Convert.FromBase64String(encodingAesKey + "="));
    }

    /// <summary>Decrypts; the caller has checked msg_signature before.</summary>
    public OpenedMessage Open(string encrypt, string receiveId)
    {
        var cipher = new byte[encrypt.Length];
        if (!Convert.TryFromBase64String(encrypt, cipher, out var length)) return OpenedMessage.Refused(CallbackFault.Base64);
        if (length % AesBlock != 0) return OpenedMessage.Refused(CallbackFault.Decryption);
        if (length == 0) return OpenedMessage.Refused(CallbackFault.Buffer);

        // PaddingMode.PKCS7 throws for a pad above 16, and here it goes up to 32.
        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(cipher.AsSpan(0, length), key.AsSpan(0, AesBlock), PaddingMode.None).AsSpan();

        int pad = plain[^1];
        if (pad is 0 or > PadBlock || pad > plain.Length || plain[^pad..].ContainsAnyExcept((byte)pad)) return OpenedMessage.Refused(CallbackFault.Buffer);
        plain = plain[..^pad];
        if (plain.Length < Head) return OpenedMessage.Refused(CallbackFault.Buffer);
        // Unsigned: a set top bit is a length beyond the buffer, not a negative one.
        var size = BinaryPrimitives.ReadUInt32BigEndian(plain[RandomBytes..]);
        if (size > plain.Length - Head) return OpenedMessage.Refused(CallbackFault.Buffer);
        var message = plain.Slice(Head, (int)size);
        return CryptographicOperations.FixedTimeEquals(plain[(Head + (int)size)..], Encoding.UTF8.GetBytes(receiveId))
            ? new OpenedMessage(Encoding.UTF8.GetString(message), this, CallbackFault.None)
            : OpenedMessage.Refused(CallbackFault.ReceiveId);
    }

    /// <summary>Encrypts.</summary>
    /// <param name="message">What the other side is to read.</param>
    /// <param name="receiveId">AppID, CorpID, or nothing for an AI bot.</param>
    /// <param name="random">16 bytes; the same bytes give the same text.</param>
    public string Seal(string message, string receiveId, ReadOnlySpan<byte> random)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var id = Encoding.UTF8.GetBytes(receiveId);
        var length = Head + text.Length + id.Length;
        // A whole block where nothing is missing: the last byte must always tell.
        var pad = PadBlock - (length % PadBlock);
        var plain = new byte[length + pad];
        random[..RandomBytes].CopyTo(plain);
        BinaryPrimitives.WriteUInt32BigEndian(plain.AsSpan(RandomBytes), (uint)text.Length);
        text.CopyTo(plain.AsSpan(Head));
        id.CopyTo(plain.AsSpan(Head + text.Length));
        plain.AsSpan(length).Fill((byte)pad);
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, key.AsSpan(0, AesBlock), PaddingMode.None));
    }
}
