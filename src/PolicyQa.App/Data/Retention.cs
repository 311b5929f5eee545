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
    public Task<int> RunAsync(CancellationToken cancellationToken) => store.PlainAsync(sql => DeleteAsync(sql, store.Settings.RetentionDays, time.GetUtcNow()), cancellationToken);

    /// <summary>Deletes what is older than so many days; 0 = nothing but what is too much.</summary>
    public static async Task<int> DeleteAsync(PlainSql sql, int days, DateTimeOffset now)
    {
        var deleted = 0;
        if (days > 0)
        {
            var before = now.AddDays(-days);
            deleted += await sql.RunAsync($"""DELETE FROM "Votes" WHERE "At" < {before}""");
            deleted += await sql.RunAsync($"""DELETE FROM "Groups" WHERE "LastSeen" < {before} AND "State" IN ({GroupState.Open}, {GroupState.Dismissed})""");
            deleted += await sql.RunAsync($"""DELETE FROM "Wordings" WHERE "LastSeen" < {before} AND NOT "Confirmed" """);
            deleted += await sql.RunAsync($"""DELETE FROM "Audit" WHERE "At" < {before}""");
            deleted += await sql.RunAsync($"""DELETE FROM "SetupLinks" WHERE "Expires" < {before}""");
            deleted += await sql.RunAsync($"""DELETE FROM "FailedSignIns" WHERE "Last" < {before}""");
            deleted += await sql.RunAsync($"""DELETE FROM "Sessions" WHERE "LastSeen" < {before}""");
        }

        if (await sql.NumberAsync($"""SELECT COUNT(*) FROM "Votes" """) is > MostVotes and var votes)
            deleted += await sql.RunAsync($"""DELETE FROM "Votes" WHERE "Id" IN (SELECT "Id" FROM "Votes" ORDER BY "At", "Id" LIMIT {votes - MostVotes})""");
        if (await sql.NumberAsync($"""SELECT COUNT(*) FROM "Audit" WHERE "Did" = {SignIn.LockNote}""") is > MostLocks and var locks)
            deleted += await sql.RunAsync($"""DELETE FROM "Audit" WHERE "Id" IN (SELECT "Id" FROM "Audit" WHERE "Did" = {SignIn.LockNote} ORDER BY "Id" LIMIT {locks - MostLocks})""");
        return deleted;
    }
}
