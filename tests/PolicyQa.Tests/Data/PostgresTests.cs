using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;
using PolicyQa.Tests.Cli;

namespace PolicyQa.Tests.Data;

/// <summary>What is PostgreSQL's own; all else that is kept is tried there by the tests of the pages themselves. Only where POLICYQA_POSTGRES names a server.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestDatabase.Server is not null, "POLICYQA_POSTGRES names no server");
        database = await TestDatabase.MakeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }

    [Fact]
    public async Task Migrations_make_exactly_the_tables_of_the_model()
    {
        using var store = Store();
        await using var migrated = await store.OpenAsync(CancellationToken.None);
        await using var other = await TestDatabase.MakeAsync();
        await using var modelled = new DataContext(new DbContextOptionsBuilder<DataContext>().UseNpgsql(ConnectionOf(other)).Options);
        await modelled.Database.EnsureCreatedAsync();
        var expected = await SchemaAsync(modelled);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await SchemaAsync(migrated));
    }

    [Fact]
    public async Task What_an_operator_does_at_the_keyboard_works_and_backup_names_the_tool()
    {
        var link = await CommandRun.Of(["account", "new", .. database.Switches]);
        Assert.Equal((0, ""), (link.ExitCode, link.Error));
        Assert.Contains("/admin/setup?link=", link.Out);
        using (var store = Store())
        {
            await using var data = await store.OpenAsync(CancellationToken.None);
            data.Add(new QuestionGroup { Text = "怎么办", FirstSeen = DateTimeOffset.UnixEpoch, LastSeen = DateTimeOffset.UnixEpoch, Wordings = [new Wording { Key = "怎么办", Text = "怎么办？", LastSeen = DateTimeOffset.UnixEpoch }] });
            await data.SaveChangesAsync();
        }

        Assert.Contains("怎么办", (await CommandRun.Of(["data", "export", .. database.Switches])).Out);
        Assert.Equal(0, (await CommandRun.Of(["data", "delete", "--older-than", "1", .. database.Switches])).ExitCode);
        Assert.DoesNotContain("怎么办", (await CommandRun.Of(["data", "export", .. database.Switches])).Out);
        var backup = await CommandRun.Of(["backup", .. database.Switches]);
        Assert.Equal(2, backup.ExitCode);
        Assert.Contains("pg_dump", backup.Error);
    }

    [Theory]
    [InlineData("Password", "falsch", "用户名或密码")]
    [InlineData("Port", "1", "连不上")]
    public async Task What_is_wrong_is_said_in_words(string part, string value, string says)
    {
        using var store = Store(new NpgsqlConnectionStringBuilder(ConnectionOf(database)) { [part] = value }.ConnectionString);
        var e = await Assert.ThrowsAsync<DataUnavailableException>(() => store.OpenAsync(CancellationToken.None));
        Assert.Contains(says, e.Message);
        Assert.DoesNotContain("falsch", e.Message);
    }

    [Fact]
    public async Task A_server_that_only_reads_or_throws_everybody_out_is_used_again_when_it_can_be()
    {
        using var store = Store();
        await using (await store.OpenAsync(CancellationToken.None)) { }
        await SetAsync("ALTER DATABASE {0} SET default_transaction_read_only = on");
        // The first to come find their connections cut.
        var (cut, refused) = (await FaultAsync(() => NoteAsync(store)), await FaultAsync(() => NoteAsync(store)));
        Assert.Contains("正在停止或重启", cut);
        Assert.Contains("只能读", refused);
        Assert.NotNull(await FaultAsync(() => store.TryAgainAsync(CancellationToken.None)));
        await SetAsync("ALTER DATABASE {0} RESET default_transaction_read_only");
        Assert.NotNull(await FaultAsync(() => store.TryAgainAsync(CancellationToken.None)));
        Assert.Null(await FaultAsync(() => store.TryAgainAsync(CancellationToken.None)));
        Assert.Null(store.Problem);
        Assert.Equal(2, await NoteAsync(store));
    }

    private static async Task<string?> FaultAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (DataUnavailableException e)
        {
            return e.Message;
        }
    }

    private static Task<int> NoteAsync(DataStore store) => store.WithAsync(
        async data =>
        {
            data.Note(DateTimeOffset.UnixEpoch, "张三", "试");
            data.Note(DateTimeOffset.UnixEpoch, "张三", "再试");
            return await data.SaveChangesAsync();
        },
        CancellationToken.None);

    /// <summary>And ends the connections that do not know of it yet.</summary>
    private async Task SetAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestDatabase.Server);
        await connection.OpenAsync();
        var name = new NpgsqlConnectionStringBuilder(ConnectionOf(database)).Database;
        foreach (var one in (string[])[string.Format(sql, name), $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"])
        {
            await using var command = new NpgsqlCommand(one, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private DataStore Store(string? connection = null) => new(Settings.Load(null, ["--Data:Provider=postgresql", $"--Data:ConnectionString={connection ?? ConnectionOf(database)}"]).Data, TimeProvider.System, NullLogger<DataStore>.Instance);

    private static string ConnectionOf(TestDatabase made) => made.Switches.Single(s => s.StartsWith("--Data:ConnectionString=", StringComparison.Ordinal))["--Data:ConnectionString=".Length..];

    private static async Task<List<string>> SchemaAsync(DataContext data)
    {
        const string sql = """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity || ' ' || coalesce(character_maximum_length::text, '') AS "Value" FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%'
            UNION ALL SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
            ORDER BY 1
            """;
        return await data.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }
}
