using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// The dictionary's words, walked one character at a time from <see cref="First"/> downwards. The first level has a node
/// for every Han character, in order, so that <c>character − <see cref="CharTable.FirstHan"/></c> is its index.
/// </summary>
/// <remarks>Filled once, then only read; safe to share between threads.</remarks>
internal sealed class WordTrie
{
    private const int HanCount = CharTable.LastHan - CharTable.FirstHan + 1;

    // Of the shipped dictionary: 65,000 beginnings of two characters, fewer of each greater length.
    private const int Capacity = 1 << 16;

    private readonly List<TrieLevel> _levels = [new TrieLevel(HanCount)];

    public TrieLevel First => _levels[0];

    /// <summary>Adds one word, made of Han characters only; words come sorted by UTF-16 code units.</summary>
    /// <param name="word">At least one character.</param>
    /// <param name="symbol">Its symbol.</param>
    /// <param name="shared">Length of the prefix that it shares with the word added before it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<char> word, int symbol, int shared)
    {
        for (var depth = shared; depth < word.Length; depth++)
        {
            if (depth == 0)
            {
                FillFirstUpTo(word[0]);
            }
            else if (depth == _levels.Count)
            {
                _levels.Add(new TrieLevel(Capacity >> (depth - 1)));
                _levels[depth - 1].Below = _levels[depth];
            }

            _levels[depth].Add(word[depth], depth == word.Length - 1 ? symbol : SmartCnModel.NoSymbol);
        }
    }

    /// <summary>Says that all words are in.</summary>
    public void Close()
    {
        FillFirstUpTo((char)(CharTable.LastHan + 1));
        _levels.ForEach(level => level.Close());
    }

    private void FillFirstUpTo(char han)
    {
        for (var next = (char)(CharTable.FirstHan + First.Count); next < han; next++)
        {
            First.Add(next, SmartCnModel.NoSymbol);
        }
    }
}
