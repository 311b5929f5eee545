using System.Numerics;
using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Cost of the edge between two symbols that follow each other in the training data. Most pairs that a lattice asks for
/// do not, so half a megabyte of filter bits, small enough to stay in a cache, answers those before the hash is touched.
/// </summary>
/// <remarks>Filled once, then only read; safe to share between threads.</remarks>
internal sealed class BigramTable
{
    // One bit in about thirteen is set.
    private const int FilterBits = 22;

    private const uint RowMultiplier = 0x9E37_79B1;
    private const ulong SlotMultiplier = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly Slot[] _slots;
    private readonly int _shift;

    public BigramTable(int bigrams)
    {
        // 318,072 bigrams fill 2^19 slots to 61 %.
        var bits = BitOperations.Log2((uint)Math.Max(bigrams, 1) * 3 / 2) + 1;
        _slots = new Slot[1 << bits];
        _shift = 64 - bits;
    }

    public void Add(int left, int right, double cost)
    {
        var bit = FilterBit(left, right);
        _filter[bit >> 6] |= 1UL << (int)bit;

        var key = Key(left, right);
        var at = (int)((key * SlotMultiplier) >> _shift);
        while (_slots[at].Key != 0)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = new Slot(key, cost);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetCost(int left, int right, out double cost)
    {
        var bit = FilterBit(left, right);
        if ((_filter[bit >> 6] & (1UL << (int)bit)) == 0)
        {
            cost = 0;
            return false;
        }

        return TryFind(Key(left, right), out cost);
    }

    private bool TryFind(ulong key, out double cost)
    {
        var slots = _slots;
        for (var at = (int)((key * SlotMultiplier) >> _shift); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Key == key)
            {
                cost = slot.Cost;
                return true;
            }

            if (slot.Key == 0)
            {
                cost = 0;
                return false;
            }
        }
    }

    // Neighbouring ids share their first characters, and words that start at one place of a text do too: leaving the right
    // id unmixed puts their bits side by side.
    private static uint FilterBit(int left, int right) => (((uint)left * RowMultiplier >> 7) + (uint)right) & ((1u << FilterBits) - 1);

    // 0 means an empty slot.
    private static ulong Key(int left, int right) => ((ulong)(uint)left << 32) | ((uint)right + 1);

    private readonly record struct Slot(ulong Key, double Cost);
}
