using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// A person's name inside this process: a hash under a key that nobody knows, so that neither memory dumps of our maps nor a
/// guessed conversation id (they are open to /api/ask) lead to anybody.
/// </summary>
internal sealed class UserKeys
{
    private const int Bytes = 18;

    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>Fit for a conversation id.</summary>
    public string Of(Platform platform, string user) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{platform}\n{user}")).AsSpan(0, Bytes));
}
