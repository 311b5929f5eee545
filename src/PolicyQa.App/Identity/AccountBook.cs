using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Data;

namespace PolicyQa.App.Identity;

/// <summary>The accounts themselves: list, change one's password, shut one out.</summary>
internal sealed class AccountBook(DataStore store, Passwords passwords, TimeProvider time)
{
    public Task<List<Account>> AllAsync(CancellationToken cancellationToken) => store.WithAsync(data => data.Accounts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellationToken), cancellationToken);

    public Task<Account?> FindAsync(int id, CancellationToken cancellationToken) => store.WithAsync(data => data.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken), cancellationToken);

    public Task<Account?> FindAsync(string name, CancellationToken cancellationToken) => store.WithAsync(data => data.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Key == Account.KeyOf(name), cancellationToken), cancellationToken);

    /// <summary>What is wrong, in Chinese; null where it is done. All sessions of the account end.</summary>
    public async Task<string?> ChangePasswordAsync(int id, string old, string fresh, CancellationToken cancellationToken)
    {
        var known = await FindAsync(id, cancellationToken);
        if (known is null || old.Length > PasswordRule.Longest || !await passwords.VerifyAsync(known, old, cancellationToken)) return "现在的密码不对";
        if (PasswordRule.FaultOf(fresh, known.Name) is { } fault) return fault;
        var hash = await passwords.HashAsync(fresh, cancellationToken);
        return await store.WithAsync<string?>(
            async data =>
            {
                await using var whole = await data.Database.BeginTransactionAsync(cancellationToken);
                await data.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(u => u.SetProperty(a => a.PasswordHash, hash), cancellationToken);
                await data.Sessions.Where(s => s.AccountId == id).ExecuteDeleteAsync(cancellationToken);
                data.Note(time.GetUtcNow(), known.Name, "修改密码");
                await data.SaveChangesAsync(cancellationToken);
                await whole.CommitAsync(cancellationToken);
                return null;
            },
            cancellationToken);
    }

    /// <summary>Shuts an account out, or lets it in again; false where there is none such.</summary>
    public Task<bool> DisableAsync(int id, bool disabled, string by, CancellationToken cancellationToken) => store.WithAsync(
        async data =>
        {
            if (await data.Accounts.FindAsync([id], cancellationToken) is not { } account) return false;
            account.Disabled = disabled;
            data.Note(time.GetUtcNow(), by, disabled ? "停用账号" : "启用账号", account.Name);
            await data.SaveChangesAsync(cancellationToken);
            await data.Sessions.Where(s => s.AccountId == id).ExecuteDeleteAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}
