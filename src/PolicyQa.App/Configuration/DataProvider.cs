namespace PolicyQa.App.Configuration;

/// <summary>Data:Provider.</summary>
internal enum DataProvider
{
    /// <summary>One file; nothing to install.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, 12 or newer.</summary>
    PostgreSql,
}
