using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Data;

namespace PolicyQa.App.Identity;

/// <summary>One-time links: for the first account, for a colleague's, for a forgotten password.</summary>
internal sealed class SetupLinks(DataStore store, Passwords passwords, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The secret of a link for the first account, which takes the place of earlier ones; null where there is an account already.</summary>
    public Task<string?> ForFirstAccountAsync(CancellationToken cancellationToken) => store.PlainAsync(
        async sql =>
        {
            if (await sql.NumberAsync($"""SELECT COUNT(*) FROM "Accounts" """) > 0) return null;
            return await sql.WholeAsync<string?>(async () =>
            {
                await sql.RunAsync($"""DELETE FROM "SetupLinks" """);
                return await AddAsync(sql, null);
            });
        },
        cancellationToken);

    /// <summary>The secret of a further link.</summary>
    /// <param name="account">Whose password it renews; null makes an account.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public Task<string> NewAsync(Account? account, string by, CancellationToken cancellationToken) => store.PlainAsync(
        sql => sql.WholeAsync(async () =>
        {
            await sql.NoteAsync(time.GetUtcNow(), by, account is null ? "发出新账号链接" : "发出重设密码链接", account?.Name ?? "");
            return await AddAsync(sql, account?.Id);
        }),
        cancellationToken);

    /// <summary>The link, if it can still be used, and the account whose password it renews.</summary>
    public Task<(bool Valid, string? Name)> FindAsync(string secret, CancellationToken cancellationToken) => store.WithAsync(
        async data =>
        {
            var link = await FindAsync(data, secret, cancellationToken);
            var account = link?.AccountId is { } id ? await data.Accounts.FindAsync([id], cancellationToken) : null;
            return (link is not null, account?.Name);
        },
        cancellationToken);

    /// <summary>Uses the link up: makes the account, or sets its password and ends its sessions. The account's id, or what is wrong.</summary>
    public async Task<(int? Account, string? Fault)> UseAsync(string secret, string name, string password, CancellationToken cancellationToken)
    {
        var (valid, known) = await FindAsync(secret, cancellationToken);
        if (!valid) return (null, "链接已经用过，或者过期了");
        name = (known ?? name).Trim();
        if (name.Length is 0 or > Account.LongestName || name.Any(char.IsControl)) return (null, $"用户名应是 1 到 {Account.LongestName} 个字符");
        if (PasswordRule.FaultOf(password, name) is { } fault) return (null, fault);
        var hash = await passwords.HashAsync(password, cancellationToken);
        return await store.WithAsync(data => UseAsync(data, secret, name, hash, cancellationToken), cancellationToken);
    }

    private async Task<(int? Account, string? Fault)> UseAsync(DataContext data, string secret, string name, string hash, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var whole = await data.Database.BeginTransactionAsync(cancellationToken);
        var link = await FindAsync(data, secret, cancellationToken);
        // Who deletes it has used it; of two at once the second finds nothing to delete.
        if (link is null || await data.SetupLinks.Where(l => l.Id == link.Id).ExecuteDeleteAsync(cancellationToken) == 0) return (null, "链接已经用过，或者过期了");
        data.Entry(link).State = EntityState.Detached;
        var key = Account.KeyOf(name);
        Account? account;
        if (link.AccountId is { } id)
        {
            account = await data.Accounts.FindAsync([id], cancellationToken);
            if (account is null) return (null, "这个账号已经不在了");
            (account.PasswordHash, account.Disabled) = (hash, false);
            await data.Sessions.Where(s => s.AccountId == id).ExecuteDeleteAsync(cancellationToken);
            await data.FailedSignIns.Where(f => f.Id == Secrets.Hash(account.Key)).ExecuteDeleteAsync(cancellationToken);
            data.Note(now, account.Name, "重设密码");
        }
        else
        {
            if (await data.Accounts.AnyAsync(a => a.Key == key, cancellationToken)) return (null, "已经有这个用户名了，请换一个");
            data.Add(account = new Account { Name = name, Key = key, PasswordHash = hash, Created = now });
            data.Note(now, name, "创建账号");
        }

        await data.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        return (account.Id, null);
    }

    private async Task<SetupLink?> FindAsync(DataContext data, string secret, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Whatever has been done to the clock since: no link outlives two days.
        var latest = now + Lifetime + Lifetime;
        return await data.SetupLinks.SingleOrDefaultAsync(l => l.Id == Secrets.Hash(secret) && l.Expires > now && l.Expires <= latest, cancellationToken);
    }

    private async Task<string> AddAsync(PlainSql sql, int? account)
    {
        var secret = Secrets.New();
        await sql.RunAsync($"""INSERT INTO "SetupLinks" ("Id", "AccountId", "Expires") VALUES ({Secrets.Hash(secret)}, {account}, {time.GetUtcNow() + Lifetime})""");
        return secret;
    }
}
