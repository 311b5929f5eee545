using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;

namespace PolicyQa.App.Identity;

/// <summary>Who is signed in. A session ends when signed out, when nothing was done for a while, after half a day, or when the password changes.</summary>
internal sealed class Sessions(DataStore store, AdminSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>The secret that the cookie gets.</summary>
    public Task<string> BeginAsync(int account, CancellationToken cancellationToken) => store.WithAsync(
        async data =>
        {
            var now = time.GetUtcNow();
            await data.Sessions.Where(s => s.Created < now - Longest || s.LastSeen < now - settings.Idle).ExecuteDeleteAsync(cancellationToken);
            var secret = Secrets.New();
            data.Add(new Session { Id = Secrets.Hash(secret), AccountId = account, Created = now, LastSeen = now });
            await data.SaveChangesAsync(cancellationToken);
            return secret;
        },
        cancellationToken);

    /// <summary>Whose session it is, seen now; null where it is none or has ended.</summary>
    public async Task<(int Id, string Name)?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (secret.Length is 0 or > 100) return null;
        return await store.WithAsync<(int, string)?>(
            async data =>
            {
                var now = time.GetUtcNow();
                var session = await data.Sessions.Include(s => s.Account).SingleOrDefaultAsync(s => s.Id == Secrets.Hash(secret), cancellationToken);
                if (session is not { Account.Disabled: false } || now - session.Created >= Longest || now - session.LastSeen >= settings.Idle) return null;
                // The clock has been set back: as long as it lags behind, the session would not age.
                if (session.LastSeen - now >= settings.Idle) return null;
                if ((now - session.LastSeen).Duration() >= Noted)
                {
                    session.LastSeen = now;
                    await data.SaveChangesAsync(cancellationToken);
                }

                return (session.AccountId, session.Account.Name);
            },
            cancellationToken);
    }

    public Task<int> EndAsync(string secret, CancellationToken cancellationToken) => store.WithAsync(data => data.Sessions.Where(s => s.Id == Secrets.Hash(secret)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
}
