using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Words made of Han characters only, walked one character at a time. The first step is an array, the others one hash of
/// (node, character).
/// </summary>
/// <remarks>
/// A step is <c>(id + 1) &lt;&lt; 1 | hasMore</c>, 0 where nothing continues. Ids below the number of symbols are words and equal
/// their symbol; the others are mere beginnings of words. Filled once, then only read; safe to share between threads.
/// </remarks>
internal sealed class WordTrie
{
    public const int None = 0;

    // 17 bits of node and 15 of character make the 32-bit key.
    private const int MaxNodes = 1 << 17;
    private const int HanCount = CharTable.LastHan - CharTable.FirstHan + 1;
    private const int SlotBits = 18;
    private const uint Multiplier = 0x9E37_79B1;

    private readonly int[] _first = new int[HanCount];
    private readonly Slot[] _slots = new Slot[1 << SlotBits];
    private readonly int _symbols;
    private int _nextBeginning;

    /// <summary>An empty trie.</summary>
    /// <param name="symbols">Number of symbols; ids of nodes that are no words start there.</param>
    public WordTrie(int symbols)
    {
        _symbols = symbols;
        _nextBeginning = symbols;
    }

    public static bool HasMore(int step) => (step & 1) != 0;

    public static int IdOf(int step) => (step >> 1) - 1;

    /// <summary>True where the step reached a word, whose symbol is then its <see cref="IdOf"/>.</summary>
    public bool IsWord(int step) => IdOf(step) < _symbols;

    /// <summary>The step from nothing along <paramref name="han"/>.</summary>
    /// <param name="han">Between <see cref="CharTable.FirstHan"/> and <see cref="CharTable.LastHan"/>.</param>
    public int First(char han) => _first[han - CharTable.FirstHan];

    /// <summary>The step from <paramref name="step"/>, which must have more, along <paramref name="han"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int step, char han) => _slots[Find(Key(IdOf(step), han))].Step;

    /// <summary>Adds one word; words come sorted by UTF-16 code units.</summary>
    /// <param name="word">The whole word.</param>
    /// <param name="symbol">Its symbol.</param>
    /// <param name="shared">Length of the prefix shared with the word added before, whose path is still in <paramref name="path"/>.</param>
    /// <param name="path">Places of the nodes of the word added before; see <see cref="Place"/>.</param>
    public void Add(ReadOnlySpan<char> word, int symbol, int shared, Span<int> path)
    {
        for (var depth = shared; depth < word.Length; depth++)
        {
            var id = depth == word.Length - 1 ? symbol : _nextBeginning++;
            if (id >= MaxNodes)
            {
                throw new InvalidDataException($"The SmartCn dictionary needs more than {MaxNodes} trie nodes.");
            }

            if (depth == 0)
            {
                path[0] = ~(word[0] - CharTable.FirstHan);
            }
            else
            {
                ref var parent = ref Place(path[depth - 1]);
                parent |= 1;
                var key = Key(IdOf(parent), word[depth]);
                path[depth] = Find(key);
                _slots[path[depth]].Key = key;
            }

            Place(path[depth]) = (id + 1) << 1;
        }
    }

    // A path names first steps by ~index and later ones by their slot.
    private ref int Place(int place) => ref place < 0 ? ref _first[~place] : ref _slots[place].Step;

    private static uint Key(int node, char han) => ((uint)node << 15) | (uint)(han - CharTable.FirstHan);

    private int Find(uint key)
    {
        var slots = _slots;
        var at = (int)(key * Multiplier >> (32 - SlotBits));
        while (slots[at].Key != key && slots[at].Step != None)
        {
            at = (at + 1) & ((1 << SlotBits) - 1);
        }

        return at;
    }

    private struct Slot
    {
        public uint Key;
        public int Step;
    }
}
