using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.App.Configuration;

/// <summary>
/// Who may use /v1 and /mcp: keys of Api:Keys, and those made at /admin. Where neither Api:Keys names one nor Api:RequireKey demands
/// one, everybody may. Thread-safe.
/// </summary>
internal sealed class ApiKeys
{
    private const int Shortest = 8;
    private IReadOnlyList<byte[]> hashes;
    private IReadOnlyList<IssuedKey> issued = [];

    /// <summary>Checks them.</summary>
    /// <param name="keys">Named in the settings.</param>
    /// <param name="demanded">Api:RequireKey; null: only where a key is named.</param>
    /// <exception cref="UserErrorException">One is too short to keep anybody out.</exception>
    public ApiKeys(IEnumerable<string> keys, bool? demanded = null)
    {
        var named = keys.Select(k => k.Trim()).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (named.Any(k => k.Length < Shortest)) throw new UserErrorException($"设置 Api:Keys：每个密钥至少要有 {Shortest} 个字符");
        hashes = [.. named.Select(Hash)];
        Any = demanded ?? named.Length > 0;
    }

    /// <summary>A key is demanded.</summary>
    public bool Any { get; private set; }

    /// <summary>Reads them from the settings.</summary>
    public static ApiKeys Read(IConfiguration configuration)
    {
        var own = new SectionValues(configuration, "Api");
        return new ApiKeys(own.List("Keys"), own.Text("RequireKey").Length == 0 ? null : own.Flag("RequireKey", fallback: false));
    }

    /// <summary>Whether <paramref name="key"/> opens. Takes as long for a wrong key as for a right one: hashes have one length, and all of them are compared.</summary>
    public bool Opens(string key)
    {
        var hash = Hash(key);
        var found = false;
        foreach (var known in Volatile.Read(ref hashes)) found |= CryptographicOperations.FixedTimeEquals(known, hash);
        foreach (var known in Volatile.Read(ref issued)) found |= CryptographicOperations.FixedTimeEquals(known.Hash, hash);
        return found;
    }

    /// <summary>The name of the key that may administer; null where <paramref name="key"/> is none such. Keys of the settings never are.</summary>
    public string? Administrator(string key)
    {
        var hash = Hash(key);
        string? name = null;
        foreach (var known in Volatile.Read(ref issued))
            if (CryptographicOperations.FixedTimeEquals(known.Hash, hash) && known.Administers)
                name = known.Name;
        return name;
    }

    /// <summary>Takes over the keys that changed settings name; those made at /admin stay.</summary>
    public void Adopt(ApiKeys renewed)
    {
        Volatile.Write(ref hashes, renewed.hashes);
        Any = renewed.Any;
    }

    /// <summary>Takes over the keys made at /admin.</summary>
    public void Issue(IReadOnlyList<IssuedKey> keys) => Volatile.Write(ref issued, keys);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
