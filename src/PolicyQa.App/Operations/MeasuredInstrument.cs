using System.Diagnostics.Metrics;

namespace PolicyQa.App.Operations;

/// <summary>What one instrument has measured since the start: its series, at most <see cref="MostSeries"/>; what has further tags is added up under one.</summary>
internal sealed class MeasuredInstrument
{
    internal const int MostSeries = 200;

    /// <summary>OpenTelemetry's own, for instruments that advise nothing.</summary>
    private static readonly double[] UsualBounds = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];
    private static readonly KeyValuePair<string, object?>[] Overflow = [new("overflow", "true")];

    private readonly Lock gate = new();
    private volatile MeasuredSeries[] series = [];

    public MeasuredInstrument(Instrument instrument)
    {
        Instrument = instrument;
        var type = instrument.GetType();
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        Kind = generic == typeof(Histogram<>) ? MeasureKind.Histogram
            : generic == typeof(Counter<>) || generic == typeof(ObservableCounter<>) ? MeasureKind.Counter
            : MeasureKind.Gauge;
        // These report changes; all other gauges (and whatever is observed) report the value as it stands.
        IsTotal = instrument.IsObservable || generic == typeof(Gauge<>);
        Bounds = Kind == MeasureKind.Histogram ? BoundsOf(instrument) : [];
    }

    public Instrument Instrument { get; }

    public MeasureKind Kind { get; }

    public double[] Bounds { get; }

    public IReadOnlyList<MeasuredSeries> Series => series;

    private bool IsTotal { get; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var found = Find(tags);
        if (IsTotal) found.Set(value);
        else found.Add(value);
    }

    private static double[] BoundsOf(Instrument instrument) =>
        (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries is { Count: > 0 } bounds ? [.. bounds] : UsualBounds;

    private MeasuredSeries Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = HashOf(tags);
        foreach (var one in series)
        {
            if (one.Is(hash, tags)) return one;
        }

        lock (gate)
        {
            foreach (var one in series)
            {
                if (one.Is(hash, tags)) return one;
            }

            if (series.Length >= MostSeries && !tags.SequenceEqual(Overflow)) return Find(Overflow);
            var added = new MeasuredSeries(hash, tags.ToArray(), Bounds);
            series = [.. series, added];
            return added;
        }
    }

    private static int HashOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = tags.Length;
        foreach (var tag in tags) hash = HashCode.Combine(hash, tag.Value);
        return hash;
    }
}
