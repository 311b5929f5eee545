namespace PolicyQa.App;

/// <summary>What operators are told of ranking by meaning. Thread-safe; replaced as a whole.</summary>
internal sealed class VectorStatus(string model)
{
    private VectorReport current = new(model, "waiting", 0, 0, "等索引打开");

    public VectorReport Current => Volatile.Read(ref current);

    public void Report(string state, int passages, int embedded, string note) => Volatile.Write(ref current, new VectorReport(model, state, passages, embedded, note));
}
