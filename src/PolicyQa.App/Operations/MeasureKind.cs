namespace PolicyQa.App.Operations;

/// <summary>What Prometheus is to make of an instrument.</summary>
internal enum MeasureKind
{
    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Only ever goes up.</summary>
    Counter,

    /// <summary>Counts by bucket.</summary>
    Histogram,
}
