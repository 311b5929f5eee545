using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Cost of the edge between two symbols that follow each other in the training data. Most pairs that a lattice asks for
/// do not, so half a megabyte of filter bits, small enough to stay in a cache, answers those before the rows are touched.
/// </summary>
/// <remarks>
/// Rows lie one after the other, so that filling them walks through memory once: a hash over all of them took ten times as
/// long to load. Filled once, then only read; safe to share between threads.
/// </remarks>
internal sealed class BigramTable(int symbols, int bigrams)
{
    // One bit in about thirteen is set.
    private const int FilterBits = 22;

    private const uint RowMultiplier = 0x9E37_79B1;

    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly int[] _rowEnds = new int[symbols + 1]; // of the row before: row i is [_rowEnds[i], _rowEnds[i + 1])
    private readonly int[] _rights = new int[bigrams];
    private readonly double[] _costs = new double[bigrams];
    private int _count;

    /// <summary>Adds one bigram; right symbols ascend within a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int left, int right, double cost)
    {
        var bit = FilterBit(left, right);
        _filter[bit >> 6] |= 1UL << (int)bit;
        _rights[_count] = right;
        _costs[_count++] = cost;
    }

    /// <summary>Closes the row of <paramref name="left"/>; called once for every symbol, in order.</summary>
    public void EndRow(int left) => _rowEnds[left + 1] = _count;

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
        var low = _rowEnds[left];
        var length = _rowEnds[left + 1] - low;
        ReadOnlySpan<int> rights = _rights;
        while (length > 1)
        {
            var half = length >> 1;
            low = rights[low + half] <= right ? low + half : low; // compiles to a conditional move: no branch to mispredict
            length -= half;
        }

        if (length == 1 && rights[low] == right)
        {
            cost = _costs[low];
            return true;
        }

        cost = 0;
        return false;
    }

    // Neighbouring ids share their first characters, and words that start at one place of a text do too: leaving the right
    // id unmixed puts their bits side by side.
    private static uint FilterBit(int left, int right) => (((uint)left * RowMultiplier >> 7) + (uint)right) & ((1u << FilterBits) - 1);
}
