namespace PolicyQa.App.Channels.WeChat;

/// <summary>A decrypted message, or why there is none.</summary>
/// <param name="Message">Null where <paramref name="Fault"/> says why.</param>
/// <param name="Cipher">The key that opened it; the reply goes out under the same one.</param>
/// <param name="Fault">None where all is well.</param>
internal readonly record struct OpenedMessage(string? Message, MessageCipher? Cipher, CallbackFault Fault)
{
    public static OpenedMessage Refused(CallbackFault fault) => new(null, null, fault);
}
