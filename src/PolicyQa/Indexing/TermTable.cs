namespace PolicyQa.Indexing;

/// <summary>A number for each of many terms: one open-addressed hash in two arrays, without an object a term.</summary>
internal sealed class TermTable
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private ulong[] _keys;
    private int[] _values;

    /// <summary>An empty table.</summary>
    /// <param name="capacity">Terms to make room for at first.</param>
    public TermTable(int capacity = 1024)
    {
        _keys = new ulong[Room(capacity)];
        _values = new int[_keys.Length];
    }

    /// <summary>Number of terms.</summary>
    public int Count { get; private set; }

    /// <summary>Keys of all terms, ascending.</summary>
    public IEnumerable<ulong> Keys => _keys.Where(k => k != 0).Order();

    /// <summary>A term as a number that is never 0: up to four UTF-16 units as they are, a longer term hashed (FNV-1a, 64 bit).</summary>
    public static ulong KeyOf(ReadOnlySpan<char> term)
    {
        ulong key = 0;
        if (term.Length <= 4)
        {
            foreach (var c in term) key = (key << 16) | c;
            return Math.Max(1, key);
        }

        key = 14695981039346656037;
        foreach (var c in term) key = (key ^ c) * 1099511628211;
        return Math.Max(1, key);
    }

    /// <summary>The term of two UTF-16 units behind a key, or null where it is none.</summary>
    public static string? TryPair(ulong key) => key is > char.MaxValue and <= uint.MaxValue ? new string([(char)(key >> 16), (char)key]) : null;

    /// <summary>The term's number; 0 where it has none.</summary>
    public int this[ulong key]
    {
        get
        {
            var at = Find(key);
            return _keys[at] == key ? _values[at] : 0;
        }
    }

    /// <summary>The term's number, to read and to write; a new term's is 0. Valid until the next call.</summary>
    public ref int Value(ulong key)
    {
        if (_keys[Find(key)] != key && 4L * (Count + 1) > 3L * _keys.Length) Resize(Room(2 * (Count + 1)));
        var at = Find(key);
        if (_keys[at] != key)
        {
            _keys[at] = key;
            Count++;
        }

        return ref _values[at];
    }

    /// <summary>Gives back room; for a table that is complete.</summary>
    public void Trim() => Resize(Room(Count));

    private static int Room(int terms) => (int)Math.Min(Array.MaxLength, (terms + 2L) * 3 / 2);

    private int Find(ulong key)
    {
        // Fibonacci hashing, spread over any number of slots by its upper half.
        var at = (int)(((key * Multiplier) >> 32) * (ulong)_keys.Length >> 32);
        while (_keys[at] != 0 && _keys[at] != key)
        {
            if (++at == _keys.Length) at = 0;
        }

        return at;
    }

    private void Resize(int room)
    {
        var (keys, values) = (_keys, _values);
        _keys = new ulong[room];
        _values = new int[room];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            var at = Find(keys[i]);
            (_keys[at], _values[at]) = (keys[i], values[i]);
        }
    }
}
