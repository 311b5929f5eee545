using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;

namespace PolicyQa.App.Identity;

/// <summary>Keys for programs, made at /admin. Those that open are held in memory (<see cref="ApiKeys"/>): a request with a key touches no database.</summary>
internal sealed class MachineKeys(DataStore store, ApiKeys keys, TimeProvider time)
{
    public const int LongestName = 64;
    private const string Prefix = "pqa_";

    public Task<List<MachineKey>> AllAsync(CancellationToken cancellationToken) => store.WithAsync(data => data.MachineKeys.AsNoTracking().OrderByDescending(k => k.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>The new key; nobody will see it again.</summary>
    public Task<string> NewAsync(string name, bool administers, string by, CancellationToken cancellationToken) => store.WithAsync(
        async data =>
        {
            var key = Prefix + Secrets.New();
            var now = time.GetUtcNow();
            data.Add(new MachineKey { Name = name, Hash = Secrets.Hash(key), Administers = administers, Created = now, CreatedBy = by });
            data.Note(now, by, "创建密钥", name);
            await data.SaveChangesAsync(cancellationToken);
            await LoadAsync(cancellationToken);
            return key;
        },
        cancellationToken);

    /// <summary>The key opens nothing any more; false where there is none such.</summary>
    public Task<bool> RevokeAsync(int id, string by, CancellationToken cancellationToken) => store.WithAsync(
        async data =>
        {
            if (await data.MachineKeys.FindAsync([id], cancellationToken) is not { Revoked: null } key) return false;
            key.Revoked = time.GetUtcNow();
            data.Note(time.GetUtcNow(), by, "吊销密钥", key.Name);
            await data.SaveChangesAsync(cancellationToken);
            await LoadAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Reads the keys that open into memory.</summary>
    public Task<int> LoadAsync(CancellationToken cancellationToken) => store.PlainAsync(
        async sql =>
        {
            var open = await sql.ListAsync($"""SELECT "Name", "Hash", "Administers" FROM "MachineKeys" WHERE "Revoked" IS NULL ORDER BY "Id" """, r => new IssuedKey(r.GetString(0), Convert.FromHexString(r.GetString(1)), r.GetBoolean(2)));
            keys.Issue([.. open]);
            return open.Count;
        },
        cancellationToken);
}
