using System.Diagnostics.Metrics;

namespace PolicyQa.App.Operations;

/// <summary>
/// Adds up what is measured, from the first moment on, so that the first look at /metrics misses nothing. The platform's own listener, and no SDK: that
/// would cost more at start than the web server does.
/// </summary>
internal sealed class MetricsCollector : IDisposable
{
    private const string Own = "PolicyQa.";

    /// <summary>Of the platform's instruments, those that say how the process fares.</summary>
    private static readonly HashSet<string> Platform = new(StringComparer.Ordinal)
    {
        "http.server.request.duration", "http.server.active_requests",
        "kestrel.active_connections", "kestrel.queued_connections", "kestrel.rejected_connections",
        "dotnet.process.cpu.time", "dotnet.process.memory.working_set",
        "dotnet.gc.collections", "dotnet.gc.heap.total_allocated", "dotnet.gc.last_collection.heap.size", "dotnet.gc.pause.time",
        "dotnet.thread_pool.thread.count", "dotnet.thread_pool.queue.length", "dotnet.monitor.lock_contentions", "dotnet.exceptions",
    };

    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly Dictionary<Instrument, MeasuredInstrument> instruments = [];
    private readonly IMeterFactory factory;

    public MetricsCollector(IMeterFactory factory)
    {
        this.factory = factory;
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (!Wants(instrument)) return;
            var measured = new MeasuredInstrument(instrument);
            lock (gate) instruments[instrument] = measured;
            l.EnableMeasurementEvents(instrument, measured);
        };
        listener.MeasurementsCompleted = (instrument, _) =>
        {
            lock (gate) instruments.Remove(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => ((MeasuredInstrument)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => ((MeasuredInstrument)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => ((MeasuredInstrument)state!).Record(value, tags));
        listener.Start();
    }

    /// <summary>Everything measured so far, by name.</summary>
    public IReadOnlyList<MeasuredInstrument> Read()
    {
        listener.RecordObservableInstruments();
        lock (gate) return [.. instruments.Values.OrderBy(i => i.Instrument.Name, StringComparer.Ordinal)];
    }

    public void Dispose() => listener.Dispose();

    // Another host in this process (tests) has a factory, and figures, of its own.
    private bool Wants(Instrument instrument) =>
        (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, factory))
        && (instrument.Meter.Name.StartsWith(Own, StringComparison.Ordinal) || Platform.Contains(instrument.Name));
}
