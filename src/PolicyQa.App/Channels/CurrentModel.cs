namespace PolicyQa.App.Channels;

/// <summary>The language model of the moment, as channels know it: all null where none is configured. Look once a question; it may change from one to the next. Thread-safe.</summary>
internal sealed class CurrentModel
{
    private ModelServices now = new();

    public ModelServices Now => Volatile.Read(ref now);

    /// <summary>What questions get from now on; those under way go on with what they have.</summary>
    public void Use(ModelServices services) => Volatile.Write(ref now, services);
}
