namespace PolicyQa.App.Configuration;

/// <summary>Metrics:Access: who may read /metrics.</summary>
internal enum MetricsAccess
{
    /// <summary>This machine, private networks, and whoever has one of Api:Keys.</summary>
    Local,

    /// <summary>Whoever has one of Api:Keys.</summary>
    Key,

    /// <summary>Everybody.</summary>
    All,

    /// <summary>Nobody.</summary>
    Off,
}
