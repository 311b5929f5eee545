using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Data;

namespace PolicyQa.App.Identity;

/// <summary>Who may come in: name and password, with a lock after wrong ones.</summary>
internal sealed class SignIn(DataStore store, Passwords passwords, TimeProvider time) : IDisposable
{
    public const int MostFailures = 5;

    /// <summary>What the audit trail says of it.</summary>
    public const string LockNote = "登录锁定";

    private const int MostNames = 10_000;
    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    // Tries are counted one after another: many at once must not get past the count.
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>The account's id, or what is wrong, in Chinese. Says the same whether or not there is such an account.</summary>
    public async Task<(int? Account, string? Fault)> TryAsync(string name, string password, CancellationToken cancellationToken)
    {
        // What is longer than anybody's is not even hashed.
        if (name.Trim().Length is 0 or > Account.LongestName || password.Length is 0 or > PasswordRule.Longest) return (null, "用户名或密码不对");
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await store.WithAsync(data => TryAsync(data, name, password, cancellationToken), cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<(int? Account, string? Fault)> TryAsync(DataContext data, string name, string password, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = Account.KeyOf(name);
        var tries = await data.FailedSignIns.FindAsync([Secrets.Hash(key)], cancellationToken);
        // A lock of more than its length comes of a clock that has been set back since.
        if (tries?.LockedUntil is { } until && until > now && until - now <= Locked) return (null, TooMany);
        var account = await data.Accounts.SingleOrDefaultAsync(a => a.Key == key, cancellationToken);
        if (await passwords.VerifyAsync(account, password, cancellationToken) && account is { Disabled: false })
        {
            if (tries is not null) data.Remove(tries);
            data.Note(now, account.Name, "登录");
            await data.SaveChangesAsync(cancellationToken);
            return (account.Id, null);
        }

        if (tries is null)
        {
            await ForgetAsync(data, now, cancellationToken);
            data.Add(tries = new FailedSignIn { Id = Secrets.Hash(key) });
        }
        else if (tries.LockedUntil is not null || now - tries.Last > Forgotten)
        {
            (tries.Failures, tries.LockedUntil) = (0, null);
        }

        tries.Last = now;
        if (++tries.Failures >= MostFailures)
        {
            tries.LockedUntil = now + Locked;
            data.Note(now, "系统", LockNote, account?.Name ?? "（没有这个账号）");
        }

        await data.SaveChangesAsync(CancellationToken.None);
        return (null, tries.LockedUntil is null ? "用户名或密码不对" : TooMany);
    }

    private static string TooMany => $"试错 {MostFailures} 次，这个用户名已锁定，请 {(int)Locked.TotalMinutes} 分钟后再试";

    /// <summary>Old ones, and all of them where somebody has tried thousands of names: the table stays small.</summary>
    private static async Task ForgetAsync(DataContext data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = now - Forgotten;
        await data.FailedSignIns.Where(f => f.Last < old).ExecuteDeleteAsync(cancellationToken);
        if (await data.FailedSignIns.CountAsync(cancellationToken) >= MostNames) await data.FailedSignIns.Where(f => f.LockedUntil == null).ExecuteDeleteAsync(cancellationToken);
    }
}
