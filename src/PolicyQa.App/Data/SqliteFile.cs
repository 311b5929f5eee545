using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PolicyQa.App.Data;

/// <summary>The one file of a SQLite database: who may prepare it, whether it is sound, how it is written.</summary>
internal static class SqliteFile
{
    /// <summary>So long a write waits for another process's.</summary>
    public const int PatienceSeconds = 5;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>One process at a time prepares the file; the system lets go when the process ends, however it ends. Makes file and folder where missing, readable for the owner only.</summary>
    public static IDisposable Claim(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var claim = Open(path + ".lock");
        if (!File.Exists(path)) Open(path).Dispose();
        return claim;
    }

    /// <summary>Moves a file that is damaged, with what belongs to it, to a name with the time; null where it is sound. Nothing is deleted.</summary>
    public static string? PutAsideIfDamaged(string path, string connectionString, DateTimeOffset now)
    {
        if (new FileInfo(path).Length == 0 || IsSound(connectionString)) return null;
        SqliteConnection.ClearAllPools();
        var aside = $"{path}.damaged-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        for (var n = 2; File.Exists(aside); n++) aside = $"{path}.damaged-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{n}";
        foreach (var companion in Companions)
            if (File.Exists(path + companion))
                File.Move(path + companion, aside + companion);
        File.Move(path, aside);
        Open(path).Dispose();
        return aside;
    }

    /// <summary>Readers and the writer do not wait for each other, and what is committed is on the disk.</summary>
    public static void Configure(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString) { DefaultTimeout = PatienceSeconds };
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL");
    }

    /// <summary>A consistent copy of a database that may be in use: complete under its name, or not there.</summary>
    public static void Backup(string connectionString, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var part = to + ".part";
        File.Delete(part);
        Open(part).Dispose();
        try
        {
            using (var from = new SqliteConnection(connectionString) { DefaultTimeout = PatienceSeconds })
            using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ConnectionString))
            {
                from.Open();
                copy.Open();
                from.BackupDatabase(copy);
                // One file is easier to carry about than three.
                Run(copy, "PRAGMA journal_mode = DELETE");
                if (Run(copy, "PRAGMA quick_check(1)") is not "ok") throw new IOException($"{to}: the copy is damaged");
            }

            File.Move(part, to);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static bool IsSound(string connectionString)
    {
        try
        {
            using var connection = new SqliteConnection(connectionString) { DefaultTimeout = PatienceSeconds };
            connection.Open();
            return Run(connection, "PRAGMA quick_check(1)") is "ok";
        }
        catch (SqliteException e) when (DataFault.MeansDamage(e))
        {
            return false;
        }
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }
}
