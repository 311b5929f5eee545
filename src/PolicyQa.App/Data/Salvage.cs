using Microsoft.Data.Sqlite;

namespace PolicyQa.App.Data;

/// <summary>What can still be read of a damaged SQLite file: a page that is no good costs the rows on it, not all the others.</summary>
internal sealed class Salvage : IDisposable
{
    private readonly SqliteConnection connection;

    private Salvage(string connectionString, string from)
    {
        // What refers to a row that is lost is taken out afterwards.
        connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, ForeignKeys = false }.ConnectionString);
        connection.Open();
        Run("ATTACH @from AS damaged", ("@from", from));
        Run("PRAGMA main.synchronous = OFF");
    }

    /// <summary>Copies it into a new database whose tables are there and empty; how many rows there are now.</summary>
    public static int Run(string connectionString, string from)
    {
        // SQLite tidies up what it opens; whoever is to look into the damaged file wants it as it was.
        var copy = from + ".copy";
        try
        {
            foreach (var companion in (string[])["", "-wal"])
                if (File.Exists(from + companion))
                    File.Copy(from + companion, copy + companion, overwrite: true);
            using var salvage = new Salvage(connectionString, copy);
            return salvage.CopyAll();
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            // Not even its table of contents.
            return 0;
        }
        finally
        {
            foreach (var companion in (string[])["", "-wal", "-shm"]) File.Delete(copy + companion);
        }
    }

    public void Dispose() => connection.Dispose();

    private int CopyAll()
    {
        var tables = Names("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND substr(name, 1, 4) <> '__EF'");
        // Row by row, for damage that is met ends a whole transaction.
        foreach (var table in tables.Intersect(Names("SELECT name FROM damaged.sqlite_master WHERE type = 'table'"), StringComparer.Ordinal).ToList())
            Copy(table);

        while (Names("SELECT DISTINCT \"table\" || ' ' || rowid FROM pragma_foreign_key_check") is { Count: > 0 } orphans)
        {
            foreach (var (table, row) in orphans.Select(o => (o[..o.IndexOf(' ')], long.Parse(o[o.IndexOf(' ')..], System.Globalization.CultureInfo.InvariantCulture)))) Run($"DELETE FROM main.\"{table}\" WHERE rowid = @row", ("@row", row));
        }

        Run("PRAGMA main.synchronous = FULL");
        Run("PRAGMA main.wal_checkpoint(TRUNCATE)");
        return tables.Sum(t => Convert.ToInt32(Run($"SELECT count(*) FROM main.\"{t}\""), System.Globalization.CultureInfo.InvariantCulture));
    }

    private void Copy(string table)
    {
        var columns = string.Join(", ", Names($"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}', 'main')").Intersect(Names($"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}', 'damaged')"), StringComparer.Ordinal));
        // From both ends, as far as each goes.
        Walk(table, columns, "rowid > @last ORDER BY rowid", long.MinValue);
        Walk(table, columns, "rowid < @last ORDER BY rowid DESC", long.MaxValue);
    }

    private void Walk(string table, string columns, string next, long last)
    {
        try
        {
            while (Run($"SELECT rowid FROM damaged.\"{table}\" NOT INDEXED WHERE {next} LIMIT 1", ("@last", last)) is long row)
            {
                // What came from the other end is there already.
                Run($"INSERT OR IGNORE INTO main.\"{table}\" ({columns}) SELECT {columns} FROM damaged.\"{table}\" NOT INDEXED WHERE rowid = @row", ("@row", row));
                last = row;
            }
        }
        catch (SqliteException)
        {
            // Here the damage begins.
        }
    }

    private List<string> Names(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private object? Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command.ExecuteScalar();
    }
}
