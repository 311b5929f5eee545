using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.App.Configuration;

/// <summary>Api:Keys: who may use /v1 and /mcp. Where none is named, everybody may.</summary>
internal sealed class ApiKeys
{
    private const int Shortest = 8;
    private readonly byte[][] hashes;

    /// <summary>Checks them.</summary>
    /// <exception cref="UserErrorException">One is too short to keep anybody out.</exception>
    public ApiKeys(IEnumerable<string> keys)
    {
        var named = keys.Select(k => k.Trim()).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (named.Any(k => k.Length < Shortest)) throw new UserErrorException($"设置 Api:Keys：每个密钥至少要有 {Shortest} 个字符");
        hashes = [.. named.Select(Hash)];
    }

    /// <summary>A key is demanded.</summary>
    public bool Any => hashes.Length > 0;

    /// <summary>Reads them from the settings.</summary>
    public static ApiKeys Read(IConfiguration configuration) => new(new SectionValues(configuration, "Api").List("Keys"));

    /// <summary>Whether <paramref name="key"/> opens. Takes as long for a wrong key as for a right one: hashes have one length, and all of them are compared.</summary>
    public bool Opens(string key)
    {
        var hash = Hash(key);
        var found = false;
        foreach (var known in hashes) found |= CryptographicOperations.FixedTimeEquals(known, hash);
        return found;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
