using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.App.Identity;

/// <summary>Values that nobody can guess, and what is kept of them.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    /// <summary>256 random bits as 43 letters, digits, - and _.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, lower-case hex. Enough for what is random; passwords are hashed otherwise.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
