using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// All beginnings of words of one length. Words come sorted, so the children of a node lie side by side in the level
/// below, in ascending order, and every array grows at its end only.
/// </summary>
/// <param name="capacity">Nodes to make room for at first.</param>
internal sealed class TrieLevel(int capacity)
{
    private char[] _labels = new char[capacity + Vector256<ushort>.Count]; // room to read a whole vector from any label on
    private int[] _symbols = new int[capacity];
    private int[] _children = new int[capacity + 1]; // index of the first child in the level below; the last one's end follows

    public int Count { get; private set; }

    /// <summary>The level below; null while no word reaches there.</summary>
    public TrieLevel? Below { get; set; }

    /// <summary>Symbol of the word that ends at <paramref name="node"/>, or <see cref="SmartCnModel.NoSymbol"/>.</summary>
    public int SymbolOf(int node) => _symbols[node];

    /// <summary>Index in <see cref="Below"/> of the node that continues <paramref name="node"/> with <paramref name="next"/>; negative where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Child(int node, char next)
    {
        var at = _children[node];
        var end = _children[node + 1];
        if (at == end)
        {
            return -1;
        }

        // Few nodes have more than sixteen children, and one comparison of them all cannot be mispredicted as a search would.
        ref var labels = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetArrayDataReference(Below!._labels));
        var wanted = Vector256.Create((ushort)next);
        for (; at < end; at += Vector256<ushort>.Count)
        {
            var equal = Vector256.Equals(Vector256.LoadUnsafe(ref labels, (nuint)at), wanted).ExtractMostSignificantBits();
            if (equal != 0)
            {
                at += BitOperations.TrailingZeroCount(equal);
                return at < end ? at : -1;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(char label, int symbol)
    {
        if (Count == _symbols.Length)
        {
            Array.Resize(ref _labels, (2 * Count) + Vector256<ushort>.Count);
            Array.Resize(ref _symbols, 2 * Count);
            Array.Resize(ref _children, (2 * Count) + 1);
        }

        _labels[Count] = label;
        _symbols[Count] = symbol;
        _children[Count++] = Below?.Count ?? 0;
    }

    /// <summary>Ends the last node's children; nothing may be added afterwards.</summary>
    public void Close() => _children[Count] = Below?.Count ?? 0;
}
