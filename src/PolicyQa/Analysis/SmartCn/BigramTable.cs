using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Cost of the edge between two symbols that follow each other in the training data. Most pairs that a lattice asks for
/// do not, so half a megabyte of filter bits, small enough to stay in a cache, answers those before the rows are touched.
/// </summary>
/// <remarks>
/// One small open-addressed hash for each left symbol, all in one array: filling it walks through memory once, where one
/// hash over all bigrams took ten times as long to load. Filled once, then only read; safe to share between threads.
/// </remarks>
internal sealed class BigramTable(int symbols, int bigrams)
{
    // One bit in about thirteen is set.
    private const int FilterBits = 22;

    private const uint Multiplier = 0x9E37_79B1;

    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly int[] _rowEnds = new int[symbols + 1]; // row i is [_rowEnds[i], _rowEnds[i + 1])
    private readonly int[] _rights = new int[Capacity(bigrams) + symbols]; // right symbol + 1; 0 means empty
    private readonly double[] _costs = new double[Capacity(bigrams) + symbols];
    private readonly double[] _cheapest = new double[symbols];

    /// <summary>Opens the row of <paramref name="left"/>; called once for every symbol, in order.</summary>
    public void AddRow(int left, int length)
    {
        _rowEnds[left + 1] = _rowEnds[left] + Capacity(length);
        _cheapest[left] = double.PositiveInfinity;
    }

    /// <summary>Adds one bigram of the row opened last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int left, int right, double cost)
    {
        var bit = FilterBit(left, right);
        _filter[bit >> 6] |= 1UL << (int)bit;
        var (start, end) = (_rowEnds[left], _rowEnds[left + 1]);
        var at = start + Home(right, end - start);
        while (_rights[at] != 0)
        {
            at = at + 1 == end ? start : at + 1;
        }

        _rights[at] = right + 1;
        _costs[at] = cost;
        if (cost < _cheapest[left])
        {
            _cheapest[left] = cost;
        }
    }

    /// <summary>The least that any known bigram of <paramref name="left"/> costs; positive infinity where it has none.</summary>
    public double CheapestFrom(int left) => _cheapest[left];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetCost(int left, int right, out double cost)
    {
        var bit = FilterBit(left, right);
        if ((_filter[bit >> 6] & (1UL << (int)bit)) == 0)
        {
            cost = 0;
            return false;
        }

        return TryFind(left, right, out cost);
    }

    private bool TryFind(int left, int right, out double cost)
    {
        var (start, end) = (_rowEnds[left], _rowEnds[left + 1]);
        var rights = _rights;
        if (start < end)
        {
            for (var at = start + Home(right, end - start); rights[at] != 0; at = at + 1 == end ? start : at + 1)
            {
                if (rights[at] == right + 1)
                {
                    cost = _costs[at];
                    return true;
                }
            }
        }

        cost = 0;
        return false;
    }

    // A third of every row stays empty, and at least one slot, which ends a search.
    private static int Capacity(int bigrams) => bigrams == 0 ? 0 : bigrams + (bigrams / 2) + 1;

    private static int Home(int right, int capacity) => (int)(((ulong)((uint)right * Multiplier) * (uint)capacity) >> 32);

    // Neighbouring ids share their first characters, and words that start at one place of a text do too: leaving the right
    // id unmixed puts their bits side by side.
    private static uint FilterBit(int left, int right) => (((uint)left * Multiplier >> 7) + (uint)right) & ((1u << FilterBits) - 1);
}
