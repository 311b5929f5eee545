namespace PolicyQa.App.Operations;

/// <summary>What one instrument has measured under one set of tags. Thread-safe.</summary>
/// <param name="hash">Of the tags.</param>
/// <param name="tags">Name and value of each.</param>
/// <param name="bounds">Upper bounds of a histogram's buckets; empty for what is no histogram.</param>
internal sealed class MeasuredSeries(int hash, KeyValuePair<string, object?>[] tags, double[] bounds)
{
    private readonly Lock gate = new();
    private readonly long[] counts = bounds.Length == 0 ? [] : new long[bounds.Length + 1];
    private double sum;

    public IReadOnlyList<KeyValuePair<string, object?>> Tags => tags;

    public bool Is(int otherHash, ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (hash != otherHash || tags.Length != others.Length) return false;
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i].Key != others[i].Key || !Equals(tags[i].Value, others[i].Value)) return false;
        }

        return true;
    }

    public void Add(double value)
    {
        lock (gate)
        {
            sum += value;
            if (counts.Length > 0) counts[Bucket(value)]++;
        }
    }

    public void Set(double value)
    {
        lock (gate) sum = value;
    }

    /// <summary>The sum (or last value), and how many values fell into each bucket.</summary>
    public (double Sum, long[] Counts) Read()
    {
        lock (gate) return (sum, [.. counts]);
    }

    /// <summary>A bucket holds what is not above its bound; the last one what is above all.</summary>
    private int Bucket(double value)
    {
        var i = 0;
        while (i < bounds.Length && value > bounds[i]) i++;
        return i;
    }
}
