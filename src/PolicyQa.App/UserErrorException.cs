namespace PolicyQa.App;

/// <summary>Something the person at the keyboard can put right. The message is one plain Chinese line naming file, line or option.</summary>
public sealed class UserErrorException(string message, Exception? inner = null) : Exception(message, inner);
