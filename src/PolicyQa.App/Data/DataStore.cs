using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyQa.App.Configuration;
using PolicyQa.App.Operations;

namespace PolicyQa.App.Data;

/// <summary>
/// Opens the database: made, checked and brought up to date when it is first wanted, which is never on a question's way. Where it
/// cannot be used, whoever wants it is told why and the next one tries again; questions are answered all the same. Thread-safe.
/// </summary>
internal sealed class DataStore(DataSettings settings, TimeProvider time, ILogger<DataStore> logger) : IDisposable
{
    /// <summary>After a failure so long nobody tries again: a full queue of tries would hold up everybody.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A batch of votes or a long answer needs less.</summary>
    private const long LeastFreeBytes = 1024 * 1024;

    private const int MostClaims = 20;
    private static readonly TimeSpan ClaimPause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim gate = new(1);
    private volatile bool ready;
    private string? problem;
    private long failedAt;

    public DataSettings Settings => settings;

    /// <summary>Why the database could not be used when last tried; null where it could.</summary>
    public string? Problem => Volatile.Read(ref problem);

    /// <summary>Where a damaged file was put aside since the start; null where none was.</summary>
    public string? PutAside { get; private set; }

    /// <summary>For /readyz: questions are answered without it.</summary>
    public Finding Look() => Problem is null ? new Finding("data", Condition.Ready, "数据库可用") : new Finding("data", Condition.Degraded, "数据库用不了，原因见日志；问答不受影响");

    /// <summary>A context for one piece of work.</summary>
    /// <exception cref="DataUnavailableException">The database cannot be used now; the message says why.</exception>
    public async Task<DataContext> OpenAsync(CancellationToken cancellationToken)
    {
        if (!ready) await PrepareAsync(cancellationToken);
        return NewContext();
    }

    /// <summary>Does one piece of work; a fault of the database's surroundings comes out as <see cref="DataUnavailableException"/>.</summary>
    /// <exception cref="DataUnavailableException">The database cannot be used now; the message says why.</exception>
    public Task<T> WithAsync<T>(Func<DataContext, Task<T>> work, CancellationToken cancellationToken) => ToldAsync(async () =>
    {
        await using var data = await OpenAsync(cancellationToken);
        return await work(data);
    });

    /// <summary>The same by plain SQL, without loading EF Core.</summary>
    /// <exception cref="DataUnavailableException">The database cannot be used now; the message says why.</exception>
    public Task<T> PlainAsync<T>(Func<PlainSql, Task<T>> work, CancellationToken cancellationToken) => ToldAsync(async () =>
    {
        if (!ready) await PrepareAsync(cancellationToken);
        await using var sql = await ConnectAsync(cancellationToken);
        return await work(sql);
    });

    /// <summary>Whoever worked on a context of <see cref="OpenAsync"/> and failed says so here; the result is to be thrown.</summary>
    public DataUnavailableException Unavailable(Exception exception)
    {
        if (exception is DataUnavailableException known) return known;
        var fault = DataFault.Of(exception) ?? exception.Message;
        // The next one looks at the file again, and puts it aside where it is damaged.
        if (DataFault.MeansDamage(exception)) ready = false;
        if (Problem != fault) Log.DataUnavailable(logger, fault, exception);
        Volatile.Write(ref problem, fault);
        return new DataUnavailableException(fault, exception);
    }

    /// <summary>After a fault: a write that changes nothing. Where it works all is well again, which reading alone does not prove.</summary>
    /// <exception cref="DataUnavailableException">The database cannot be used yet.</exception>
    public async Task TryAgainAsync(CancellationToken cancellationToken)
    {
        if (Problem is not { } known) return;
        // So little would still find its place on a disk that is full.
        if (settings.File is { } path && new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace < LeastFreeBytes) throw new DataUnavailableException(known);
        await PlainAsync(sql => sql.RunAsync($"""UPDATE "__EFMigrationsHistory" SET "ProductVersion" = "ProductVersion" """), cancellationToken);
        Recovered();
    }

    public void Dispose() => gate.Dispose();

    /// <summary>A fault of the database's surroundings is told in words.</summary>
    private async Task<T> ToldAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is not DataUnavailableException && DataFault.Of(e) is not null)
        {
            throw Unavailable(e);
        }
    }

    private void Recovered()
    {
        if (Interlocked.Exchange(ref problem, null) is not null) Log.DataUsableAgain(logger);
    }

    private DataContext NewContext()
    {
        var options = new DbContextOptionsBuilder<DataContext>();
        if (settings.Provider == DataProvider.Sqlite) options.UseSqlite(settings.ConnectionString, o => o.CommandTimeout(SqliteFile.PatienceSeconds));
        else options.UseNpgsql(settings.ConnectionString);
        return new DataContext(options.Options);
    }

    private async Task<PlainSql> ConnectAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = settings.Provider == DataProvider.Sqlite ? new SqliteConnection(settings.ConnectionString) { DefaultTimeout = SqliteFile.PatienceSeconds } : new NpgsqlConnection(settings.ConnectionString);
        var sql = new PlainSql(connection, cancellationToken);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return sql;
        }
        catch
        {
            await sql.DisposeAsync();
            throw;
        }
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (ready) return;
            if (Problem is { } known && failedAt != 0 && time.GetElapsedTime(failedAt) < Pause) throw new DataUnavailableException(known);
            if (settings.File is { } path)
            {
                using var held = await ClaimAsync(path, cancellationToken);
                var aside = SqliteFile.PutAsideIfDamaged(path, settings.ConnectionString, time.GetUtcNow());
                SqliteFile.Configure(settings.ConnectionString);
                if (!await IsCurrentAsync(cancellationToken)) await MigrateAsync(cancellationToken);
                if (aside is not null)
                {
                    PutAside = aside;
                    Log.DataPutAside(logger, path, aside, Salvage.Run(settings.ConnectionString, aside));
                }
            }
            else
            {
                await MigrateAsync(cancellationToken);
            }

            Recovered();
            ready = true;
        }
        catch (Exception e) when (e is not DataUnavailableException && DataFault.Of(e) is not null)
        {
            failedAt = time.GetTimestamp();
            throw Unavailable(e);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<IDisposable> ClaimAsync(string path, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return SqliteFile.Claim(path);
            }
            catch (IOException e) when (tries < MostClaims && e is not (DirectoryNotFoundException or FileNotFoundException))
            {
                // Another process prepares the file: that takes it a second at most.
                await Task.Delay(ClaimPause, time, cancellationToken);
            }
        }
    }

    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var sql = await ConnectAsync(cancellationToken);
        return await NewSchema.IsCurrentAsync(sql);
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var data = NewContext();
        if (!(await data.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
        // SQLite: we hold the file's claim, so a lock that is there was left by a process that died while it migrated. EF would wait for it for ever.
        if (settings.File is not null) await data.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await data.Database.MigrateAsync(cancellationToken);
    }
}
