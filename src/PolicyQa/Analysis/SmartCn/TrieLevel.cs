using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// All beginnings of words of one length. Words come sorted, so the children of a node lie side by side in the level
/// below, in ascending order, and every array grows at its end only.
/// </summary>
/// <param name="capacity">Nodes to make room for at first.</param>
internal sealed class TrieLevel(int capacity)
{
    private char[] _labels = new char[capacity];
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
        var length = _children[node + 1] - at;
        if (length == 0)
        {
            return -1;
        }

        var labels = Below!._labels;
        while (length > 1)
        {
            var half = length >> 1;
            at = labels[at + half] <= next ? at + half : at; // compiles to a conditional move: no branch to mispredict
            length -= half;
        }

        return labels[at] == next ? at : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(char label, int symbol)
    {
        if (Count == _labels.Length)
        {
            Array.Resize(ref _labels, 2 * Count);
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
