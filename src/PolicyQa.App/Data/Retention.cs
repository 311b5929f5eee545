using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Identity;

namespace PolicyQa.App.Data;

/// <summary>Data:RetentionDays: what is older is deleted. What officials have decided stays until they delete it.</summary>
internal sealed class Retention(DataStore store, TimeProvider time)
{
    /// <summary>Votes are few bytes each; beyond so many the oldest go.</summary>
    private const int MostVotes = 500_000;

    /// <summary>Anybody can lock a name; beyond so many notes of it the oldest go. What officials did is not touched.</summary>
    private const int MostLocks = 10_000;

    /// <summary>Deletes what is due; the number of rows.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken) => store.WithAsync(data => DeleteAsync(data, store.Settings.RetentionDays, time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>Deletes what is older than so many days; 0 = nothing but what is too much.</summary>
    public static async Task<int> DeleteAsync(DataContext data, int days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deleted = 0;
        if (days > 0)
        {
            var before = now.AddDays(-days);
            deleted += await data.Votes.Where(v => v.At < before).ExecuteDeleteAsync(cancellationToken);
            deleted += await data.Groups.Where(g => g.LastSeen < before && (g.State == GroupState.Open || g.State == GroupState.Dismissed)).ExecuteDeleteAsync(cancellationToken);
            deleted += await data.Wordings.Where(w => w.LastSeen < before && !w.Confirmed).ExecuteDeleteAsync(cancellationToken);
            deleted += await data.Audit.Where(a => a.At < before).ExecuteDeleteAsync(cancellationToken);
            deleted += await data.SetupLinks.Where(l => l.Expires < before).ExecuteDeleteAsync(cancellationToken);
            deleted += await data.FailedSignIns.Where(f => f.Last < before).ExecuteDeleteAsync(cancellationToken);
            deleted += await data.Sessions.Where(s => s.LastSeen < before).ExecuteDeleteAsync(cancellationToken);
        }

        if (await data.Votes.CountAsync(cancellationToken) is > MostVotes and var votes)
        {
            var oldest = data.Votes.OrderBy(v => v.At).Take(votes - MostVotes).Select(v => v.Id);
            deleted += await data.Votes.Where(v => oldest.Contains(v.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        if (await data.Audit.CountAsync(a => a.Did == SignIn.LockNote, cancellationToken) is > MostLocks and var locks)
        {
            var oldest = data.Audit.Where(a => a.Did == SignIn.LockNote).OrderBy(a => a.Id).Take(locks - MostLocks).Select(a => a.Id);
            deleted += await data.Audit.Where(a => oldest.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        return deleted;
    }
}
