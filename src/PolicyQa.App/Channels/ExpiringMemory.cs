using System.Diagnostics.CodeAnalysis;

namespace PolicyQa.App.Channels;

/// <summary>
/// Values that are forgotten after a while, and the oldest first where there would be too many: nobody can fill the process
/// by writing to it. Thread-safe.
/// </summary>
/// <param name="capacity">At most this many.</param>
/// <param name="lifetime">Counted from when a value was last set.</param>
/// <param name="time">The clock.</param>
internal sealed class ExpiringMemory<TValue>(int capacity, TimeSpan lifetime, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> byAge = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                Expire();
                return byKey.Count;
            }
        }
    }

    public bool TryGet(string key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            Expire();
            value = byKey.TryGetValue(key, out var node) ? node.Value.Value : default;
            return node is not null;
        }
    }

    /// <summary>The value that is there, or a new one: atomically, so that of several who come at once one makes it.</summary>
    public TValue GetOrAdd(string key, Func<TValue> make, out bool added)
    {
        lock (gate)
        {
            Expire();
            added = !byKey.TryGetValue(key, out var node);
            return added ? Add(key, make()) : node!.Value.Value;
        }
    }

    public void Set(string key, TValue value)
    {
        lock (gate)
        {
            Drop(key);
            Expire();
            Add(key, value);
        }
    }

    /// <summary>Sets what <paramref name="change"/> makes of the value that is there (default where none is): atomically.</summary>
    public void Update(string key, Func<TValue?, TValue> change)
    {
        lock (gate)
        {
            Expire();
            var before = byKey.TryGetValue(key, out var node) ? node.Value.Value : default;
            Drop(key);
            Add(key, change(before));
        }
    }

    /// <summary>Adds what is not there yet; false where it is.</summary>
    public bool TryAdd(string key, TValue value)
    {
        GetOrAdd(key, () => value, out var added);
        return added;
    }

    public void Remove(string key)
    {
        lock (gate) Drop(key);
    }

    private TValue Add(string key, TValue value)
    {
        byKey[key] = byAge.AddLast(new Entry(key, value, time.GetTimestamp()));
        if (byKey.Count > capacity) Drop(byAge.First!.Value.Key);
        return value;
    }

    private void Expire()
    {
        while (byAge.First is { } oldest && time.GetElapsedTime(oldest.Value.Since) >= lifetime) Drop(oldest.Value.Key);
    }

    private void Drop(string key)
    {
        if (byKey.Remove(key, out var node)) byAge.Remove(node);
    }

    private sealed record Entry(string Key, TValue Value, long Since);
}
