using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.Indexing;

/// <summary>Content hashes.</summary>
internal static class Hashing
{
    /// <summary>SHA-256 of the UTF-8 bytes, lower-case hex.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
