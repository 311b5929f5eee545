using Npgsql;

namespace PolicyQa.Tests.Data;

/// <summary>
/// A database of its own for one test: a SQLite file, or, where POLICYQA_POSTGRES holds the connection string of a server whose user
/// may create databases (Host=127.0.0.1;Database=postgres;Username=…;Password=…), a new one there.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"policyqa-test-{Guid.NewGuid():N}");
    private readonly string? name;

    private TestDatabase(bool onServer) => name = onServer ? $"policyqa_test_{Guid.NewGuid():N}" : null;

    public static string? Server { get; } = Environment.GetEnvironmentVariable("POLICYQA_POSTGRES") is { Length: > 0 } server ? server : null;

    /// <summary>Settings that say where it is.</summary>
    public string[] Switches => name is null
        ? [$"--Data:ConnectionString=Data Source={Path.Combine(folder, "policyqa.db")};Pooling=False"]
        : ["--Data:Provider=postgresql", $"--Data:ConnectionString={new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 4 }.ConnectionString}", $"--Index:Path={Path.Combine(folder, "index")}"];

    /// <summary>Makes it, as far as it is not made when first used.</summary>
    /// <param name="onFile">The test is about SQLite.</param>
    public static async Task<TestDatabase> MakeAsync(bool onFile = false)
    {
        var made = new TestDatabase(Server is not null && !onFile);
        if (made.name is not null) await RunAsync($"CREATE DATABASE {made.name}");
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        if (name is not null) await RunAsync($"DROP DATABASE {name} WITH (FORCE)");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
