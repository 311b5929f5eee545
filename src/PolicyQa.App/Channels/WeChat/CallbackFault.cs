namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// Why a callback was refused. Down to -40011 the numbers are those of Tencent's sample library, below -40100 our own.
/// For the log and the self-test; never sent on the wire.
/// </summary>
internal enum CallbackFault
{
    None = 0,

    /// <summary>signature or msg_signature does not fit.</summary>
    Signature = -40001,

    /// <summary>The envelope or what is in it is not XML (AI bot: JSON) as the protocol has it.</summary>
    Malformed = -40002,

    /// <summary>EncodingAESKey is missing or not 43 characters of base64.</summary>
    AesKey = -40004,

    /// <summary>The message is for another AppID or CorpID.</summary>
    ReceiveId = -40005,

    /// <summary>The ciphertext is no multiple of AES's block.</summary>
    Decryption = -40007,

    /// <summary>Padding, length or size of the decrypted buffer is wrong: most often the wrong key.</summary>
    Buffer = -40008,

    /// <summary>Encrypt is not base64.</summary>
    Base64 = -40010,

    /// <summary>The timestamp lies outside the window.</summary>
    Expired = -40101,

    /// <summary>Not encrypted, though a key is configured and plaintext is not allowed.</summary>
    Plaintext = -40102,

    /// <summary>More bytes than any callback has.</summary>
    TooLarge = -40103,
}
