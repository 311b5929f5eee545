using System.Data.Common;

namespace PolicyQa.App.Configuration;

/// <summary>Data:…: where accounts, questions without an answer and reviewed answers are kept. Names no database driver: reading it loads none.</summary>
/// <param name="Provider">Which kind of database.</param>
/// <param name="ConnectionString">For its driver; paths in it are full.</param>
/// <param name="File">Full path of the SQLite file; null for PostgreSQL.</param>
/// <param name="Keys">Full path of the folder with the keys that protect forms.</param>
internal sealed record DataSettings(DataProvider Provider, string ConnectionString, string? File, string Keys)
{
    /// <summary>What is older is deleted; 0 = kept for good.</summary>
    public int RetentionDays { get; init; } = 365;

    private static readonly string[] PathKeys = ["Data Source", "DataSource", "Filename"];

    /// <summary>Reads and checks.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="file">Full path of the settings file.</param>
    /// <param name="index">Full path of the index folder: the database lies beside it unless named.</param>
    /// <exception cref="UserErrorException">A value is wrong; the message names it and shows no password.</exception>
    public static DataSettings Read(IConfigurationRoot configuration, string file, string index)
    {
        var own = new SectionValues(configuration, "Data");
        var provider = own.Text("Provider").ToLowerInvariant() switch
        {
            "" or "sqlite" => DataProvider.Sqlite,
            "postgresql" or "postgres" => DataProvider.PostgreSql,
            var other => throw new UserErrorException($"设置 Data:Provider 应是 sqlite 或 postgresql，实际是“{other}”"),
        };
        var beside = Path.GetDirectoryName(index) ?? index;
        var keep = own.Number("RetentionDays", 365, 36_500);
        if (provider == DataProvider.PostgreSql) return new DataSettings(provider, PostgreSql(own), null, Path.Combine(beside, "keys")) { RetentionDays = keep };
        var text = own.Text("ConnectionString");
        var parts = text.Length == 0 ? new DbConnectionStringBuilder { ["Data Source"] = Path.Combine(beside, "policyqa.db") } : Parse(text);
        var key = PathKeys.FirstOrDefault(parts.ContainsKey) ?? throw new UserErrorException("设置 Data:ConnectionString 里没有 Data Source（数据库文件的路径），应形如 Data Source=.data/policyqa.db");
        var named = (string)parts[key];
        if (named.Length == 0 || named.Contains(":memory:", StringComparison.Ordinal) || named.Contains('\0')) throw new UserErrorException("设置 Data:ConnectionString：Data Source 应是一个文件的路径");
        var path = text.Length == 0 ? named : SettingsSources.FullPath(configuration, "Data:ConnectionString", named, file);
        if (Directory.Exists(path)) throw new UserErrorException($"设置 Data:ConnectionString：{path} 是文件夹，应是文件");
        parts[key] = path;
        return new DataSettings(provider, parts.ConnectionString, path, Path.Combine(Path.GetDirectoryName(path) ?? beside, "keys")) { RetentionDays = keep };
    }

    private static string PostgreSql(SectionValues own)
    {
        var text = own.Text("ConnectionString");
        if (text.Length == 0) throw new UserErrorException("设置 Data:Provider 是 postgresql，还要设置 Data:ConnectionString，应形如 Host=…;Database=…;Username=…;Password=…");
        var parts = Parse(text);
        if (!parts.ContainsKey("Host") && !parts.ContainsKey("Server")) throw new UserErrorException("设置 Data:ConnectionString 里没有 Host，应形如 Host=…;Database=…;Username=…;Password=…");
        return text;
    }

    private static DbConnectionStringBuilder Parse(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException e)
        {
            // The message would show the text, and with it a password.
            throw new UserErrorException("设置 Data:ConnectionString 不是合法的连接字符串，应形如 Data Source=.data/policyqa.db", e);
        }
    }
}
