using System.Data.Common;

namespace PolicyQa.App.Data;

/// <summary>
/// SQL without EF Core, for what every start reads and every refused question writes: EF's model and query pipeline cost a start a
/// second of processor time and 28 MB that stay. Officials' pages use <see cref="DataContext"/>. One connection, one piece of work.
/// Holes of a text become parameters; names are quoted the same way for SQLite and PostgreSQL.
/// </summary>
internal sealed class PlainSql(DbConnection connection, CancellationToken cancellationToken) : IAsyncDisposable
{
    private DbTransaction? transaction;

    /// <summary>Rows as <paramref name="row"/> reads them.</summary>
    public async Task<List<T>> ListAsync<T>(FormattableString sql, Func<DbDataReader, T> row)
    {
        List<T> rows = [];
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) rows.Add(row(reader));
        return rows;
    }

    /// <summary>The first column of the first row, a whole number; null where there is no row.</summary>
    public async Task<long?> NumberAsync(FormattableString sql)
    {
        await using var command = Command(sql);
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The number of rows that it touched.</summary>
    public async Task<int> RunAsync(FormattableString sql)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Several statements that have no parameters.</summary>
    public async Task ScriptAsync(string script)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, script);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>All of it is kept or nothing.</summary>
    public async Task<T> WholeAsync<T>(Func<Task<T>> work)
    {
        await using var whole = transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            var result = await work();
            await whole.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            transaction = null;
        }
    }

    /// <summary>As <see cref="DataContext.Note"/>.</summary>
    public Task NoteAsync(DateTimeOffset at, string who, string did, string about) =>
        RunAsync($"""INSERT INTO "Audit" ("At", "Who", "Did", "About") VALUES ({at}, {who}, {did}, {about})""");

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>A time, as <see cref="UnixMilliseconds"/> wrote it.</summary>
    public static DateTimeOffset TimeOf(DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private DbCommand Command(FormattableString sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = new object[sql.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = $"@p{i}";
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = sql.GetArgument(i) switch
            {
                null => DBNull.Value,
                DateTimeOffset time => time.ToUnixTimeMilliseconds(),
                Enum value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
                var value => value,
            };
            command.Parameters.Add(parameter);
        }

        command.CommandText = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql.Format, names);
        return command;
    }
}
