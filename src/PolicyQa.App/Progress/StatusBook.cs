using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Data;
using PolicyQa.Commitments;

namespace PolicyQa.App.Progress;

/// <summary>
/// What officials say of commitments: kept in the database, and its last state in memory, where questions find it. The
/// database is never asked on a question's way. Thread-safe.
/// </summary>
internal sealed class StatusBook(DataStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly SemaphoreSlim gate = new(1);
    private IReadOnlyDictionary<string, StatusEntry> entries = new Dictionary<string, StatusEntry>(StringComparer.Ordinal);
    private volatile bool loaded;

    /// <summary>The day that decides what is still to come: China's.</summary>
    public DateOnly Today => DayOf(time.GetUtcNow());

    /// <summary>All that was said last, as of today.</summary>
    public LedgerStatuses Now() => new(Volatile.Read(ref entries), Today);

    /// <summary>Reads what is kept, once; until then nothing has been said.</summary>
    /// <exception cref="DataUnavailableException">The database cannot be used now.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (loaded) return;
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (loaded) return;
            var last = await store.PlainAsync(Last, cancellationToken);
            Volatile.Write(ref entries, last.ToDictionary(e => e.RowId, e => e.Entry, StringComparer.Ordinal));
            loaded = true;
        }
        finally
        {
            gate.Release();
        }

        static Task<List<(string RowId, StatusEntry Entry)>> Last(PlainSql sql) => sql.ListAsync(
            $"""SELECT "RowId", "Status", "Evidence", "Link", "At" FROM "Progress" WHERE "Id" IN (SELECT MAX("Id") FROM "Progress" GROUP BY "RowId")""",
            r => (r.GetString(0), EntryOf(r.GetString(1), r.GetString(2), r.GetString(3), PlainSql.TimeOf(r, 4))));
    }

    /// <summary>Adds an entry; when it returns, the entry is on the disk and holds.</summary>
    /// <param name="row">Of what.</param>
    /// <param name="status">What is said.</param>
    /// <param name="evidence">Text; empty for none.</param>
    /// <param name="link">Address; empty for none.</param>
    /// <param name="who">The account's name.</param>
    /// <param name="cancellationToken">Ends the waiting; what is written is written.</param>
    /// <returns>What is wrong, in Chinese; null where it was kept.</returns>
    /// <exception cref="DataUnavailableException">The database cannot be used now; nothing was kept.</exception>
    public async Task<string?> AddAsync(Commitment row, CommitmentStatus status, string evidence, string link, string who, CancellationToken cancellationToken)
    {
        if (ProgressRule.FaultOf(row, status, evidence, link, Today) is { } fault) return fault;
        await LoadAsync(cancellationToken);
        await gate.WaitAsync(cancellationToken);
        try
        {
            var entry = new ProgressEntry { RowId = row.Id, Status = StatusWords.Of(status), Evidence = evidence, Link = link, Who = who, At = time.GetUtcNow(), Department = row.Department, Said = row.Said };
            await store.WithAsync(
                async data =>
                {
                    data.Progress.Add(entry);
                    data.Note(entry.At, who, $"登记进展：{entry.Status}", $"{row.Department}：{row.Said}");
                    return await data.SaveChangesAsync(CancellationToken.None);
                },
                cancellationToken);
            Volatile.Write(ref entries, new Dictionary<string, StatusEntry>(entries, StringComparer.Ordinal) { [row.Id] = EntryOf(entry.Status, evidence, link, entry.At) });
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>All that was ever said of a row, newest first.</summary>
    /// <exception cref="DataUnavailableException">The database cannot be used now.</exception>
    public Task<List<ProgressEntry>> HistoryAsync(string rowId, CancellationToken cancellationToken) =>
        store.WithAsync(data => data.Progress.AsNoTracking().Where(e => e.RowId == rowId).OrderByDescending(e => e.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>The last that was said of rows that the ledger has not any more: their pages were changed or taken away.</summary>
    /// <exception cref="DataUnavailableException">The database cannot be used now.</exception>
    public async Task<IReadOnlyList<ProgressEntry>> OrphansAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        string[] gone = [.. entries.Keys.Where(id => ledger.Find(id) is null)];
        if (gone.Length == 0) return [];
        return await store.WithAsync(
            data => data.Progress.AsNoTracking().Where(e => gone.Contains(e.RowId) && e.Id == data.Progress.Where(o => o.RowId == e.RowId).Max(o => o.Id)).OrderByDescending(e => e.Id).ToListAsync(cancellationToken),
            cancellationToken);
    }

    public void Dispose() => gate.Dispose();

    private static StatusEntry EntryOf(string status, string evidence, string link, DateTimeOffset at) =>
        new(StatusWords.Parse(status) ?? CommitmentStatus.Pending, evidence.Length > 0 ? evidence : null, link.Length > 0 ? link : null, DayOf(at));

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(China).DateTime);
}
