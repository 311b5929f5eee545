using System.Text.RegularExpressions;

namespace PolicyQa.App.Data;

/// <summary>
/// What the migrations make of an empty SQLite file, as a script: a new file gets its tables, and one that is up to date is seen to be so,
/// without EF Core. The script is what EF writes for the migrations; a test holds it to that.
/// </summary>
internal static partial class NewSchema
{
    /// <summary>The statements, ending with a line for each migration.</summary>
    public static string Script { get; } = Read();

    private static IEnumerable<string> Migrations => MigrationLine().Matches(Script).Select(m => m.Groups[1].Value);

    /// <summary>Makes the tables where there are none at all; true where all migrations have been run, now or before.</summary>
    public static async Task<bool> IsCurrentAsync(PlainSql sql)
    {
        if (await sql.NumberAsync($"SELECT COUNT(*) FROM sqlite_master") == 0)
        {
            return await sql.WholeAsync(async () =>
            {
                await sql.ScriptAsync(Script);
                return true;
            });
        }

        if (await sql.NumberAsync($"SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") == 0) return false;
        var run = await sql.ListAsync($"""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, r => r.GetString(0));
        return !Migrations.Except(run, StringComparer.Ordinal).Any();
    }

    private static string Read()
    {
        using var stream = typeof(NewSchema).Assembly.GetManifestResourceStream("PolicyQa.App.Data.Migrations.sqlite.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"VALUES \('(\d{12}_\w+)',")]
    private static partial Regex MigrationLine();
}
