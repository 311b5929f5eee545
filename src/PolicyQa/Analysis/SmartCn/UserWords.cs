namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// A lexicon: words that enter the lattice as additional edges (§9), so that 蒙科聚 can win over 蒙|科|聚. They have no bigrams;
/// their weight decides. Immutable, shared by all threads; to change a lexicon, make another.
/// </summary>
public sealed class UserWords
{
    private const int Root = 0;
    private const int NotAWord = -1;

    private readonly Dictionary<(int Node, char Next), int> _steps = [];
    private readonly List<int> _entryOfNode = [NotAWord];
    private readonly List<UserWord> _entries = [];
    private readonly List<double> _leaveCosts = [];
    private readonly ulong[] _starts = new ulong[(char.MaxValue + 1) / 64];

    /// <summary>Compiles a lexicon.</summary>
    /// <param name="words">Of two entries with the same text the heavier one counts.</param>
    /// <exception cref="ArgumentException">A word has fewer than two characters, or its weight is out of range.</exception>
    public UserWords(IEnumerable<UserWord> words)
    {
        foreach (var word in words)
        {
            Add(word with { Text = Normalise(word.Text) });
        }
    }

    /// <summary>Number of distinct words.</summary>
    public int Count => _entries.Count;

    /// <summary>The term of a node whose symbol lies below <see cref="SmartCnModel.NoSymbol"/>.</summary>
    internal string TermOf(int symbol) => _entries[SmartCnModel.NoSymbol - 1 - symbol].Text;

    /// <summary>Adds an edge for every word of the lexicon that the sentence holds at <paramref name="start"/>.</summary>
    internal void AddEdges(ReadOnlySpan<char> sentence, int start, Segmenter lattice)
    {
        var first = TermText.Fold(sentence[start]);
        if ((_starts[first >> 6] & (1UL << first)) == 0)
        {
            return;
        }

        var node = Root;
        for (var i = start; i < sentence.Length; i++)
        {
            var c = sentence[i];
            if (CharTable.TypeOf(c) == CharType.Space)
            {
                var end = EndOfSpace(sentence, i);
                if (_steps.TryGetValue((node, ' '), out var afterSpace))
                {
                    node = afterSpace;
                }
                else if (end == sentence.Length || !(IsHan(sentence[i - 1]) || IsHan(sentence[end])))
                {
                    // Chinese is joined across white space, as a wrapped line needs it; two Latin words are not.
                    return;
                }

                i = end - 1;
            }
            else if (!_steps.TryGetValue((node, TermText.Fold(c)), out node))
            {
                return;
            }
            else if (_entryOfNode[node] is var entry and not NotAWord && IsBoundary(sentence, i + 1))
            {
                lattice.Add(start, i + 1, SmartCnModel.NoSymbol - 1 - entry, _leaveCosts[entry], NodeKind.UserWord);
            }
        }
    }

    // Nothing starts inside a run of letters or digits, or between the halves of a surrogate pair.
    private static bool IsBoundary(ReadOnlySpan<char> sentence, int at)
    {
        if (at == sentence.Length)
        {
            return true;
        }

        var before = CharTable.TypeOf(sentence[at - 1]);
        var after = CharTable.TypeOf(sentence[at]);
        return !(IsLetter(before) && IsLetter(after)) && !(IsDigit(before) && IsDigit(after)) && !char.IsSurrogatePair(sentence[at - 1], sentence[at]);
    }

    private static bool IsLetter(CharType type) => type is CharType.Letter or CharType.FullwidthLetter;

    private static bool IsDigit(CharType type) => type is CharType.Digit or CharType.FullwidthDigit;

    private static bool IsHan(char c) => CharTable.TypeOf(c) == CharType.Han;

    private static int EndOfSpace(ReadOnlySpan<char> sentence, int at)
    {
        while (at < sentence.Length && CharTable.TypeOf(sentence[at]) == CharType.Space)
        {
            at++;
        }

        return at;
    }

    private static string Normalise(string text)
    {
        var joined = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Create(joined.Length, joined, static (folded, source) => TermText.CopyRun(source, folded));
    }

    private void Add(UserWord word)
    {
        if (word.Text.Length < 2)
        {
            throw new ArgumentException($"A user word needs at least two characters: '{word.Text}'.", nameof(word));
        }

        if (word.Weight is < 0 or > UserWord.MaxWeight)
        {
            throw new ArgumentException($"The weight of '{word.Text}' must lie between 0 and {UserWord.MaxWeight}, not {word.Weight}.", nameof(word));
        }

        var node = Root;
        foreach (var c in word.Text)
        {
            if (!_steps.TryGetValue((node, c), out var next))
            {
                next = _entryOfNode.Count;
                _entryOfNode.Add(NotAWord);
                _steps.Add((node, c), next);
            }

            node = next;
        }

        var entry = _entryOfNode[node];
        if (entry == NotAWord)
        {
            _starts[word.Text[0] >> 6] |= 1UL << word.Text[0];
            _entryOfNode[node] = _entries.Count;
            _entries.Add(word);
            _leaveCosts.Add(EdgeCost.Of(word.Weight, 0));
        }
        else if (word.Weight > _entries[entry].Weight)
        {
            _entries[entry] = word;
            _leaveCosts[entry] = EdgeCost.Of(word.Weight, 0);
        }
    }
}
