using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>signature and msg_signature: lower-case hex SHA1 of the parts, sorted by code unit and joined with nothing between.</summary>
internal static class CallbackSignature
{
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var sorted = parts.ToArray();
        // Ordinal: the culture's order puts "a" before "B" and gives another signature.
        Array.Sort(sorted, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    /// <summary>In constant time, so that the right signature cannot be felt out a character at a time.</summary>
    public static bool Matches(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
