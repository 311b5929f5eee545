namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Cuts one text after another into words (§1–§6); <see cref="SmartCnTokenizer"/> is Lucene's view of it. Holds the scratch
/// buffers of one thread, so that a short text costs no more than its own length.
/// </summary>
internal sealed class WordScanner
{
    private const int NoWord = -1;

    private readonly Segmenter _segmenter = new(SmartCnModel.Shipped);
    private readonly BlockReader _blocks = new();
    private TextReader _input = TextReader.Null;
    private UserWords? _userWords;
    private bool _subWords;

    // The sentence is block[_sentenceStart.._sentenceEnd]; _wordAt is the next index into its path.
    private int _sentenceStart;
    private int _sentenceEnd;
    private int _wordAt;

    // The next node that may be a sub-word of the node _longWord.
    private int _subWordAt;
    private int _longWord = NoWord;

    private LatticeNode _node;
    private int _at;

    /// <summary>First code unit of the current word in the text that was read.</summary>
    public int Start => _blocks.Base + _at;

    /// <summary>One past its last code unit.</summary>
    public int End => Start + Length;

    /// <summary>How many positions lie between this word and the one before it; 0 for a word inside a longer one.</summary>
    public int PositionIncrement { get; private set; }

    /// <summary>Delimiters since the last word: positions left empty.</summary>
    public int SkippedPositions { get; private set; }

    /// <summary>Length of what has been read, once there is no further word.</summary>
    public int TextLength => _blocks.Base + _blocks.Block.Length;

    private int Length => _node.End - _node.Start;

    /// <summary>Begins with another text.</summary>
    public void Read(TextReader input, SmartCnOptions? options)
    {
        _input = input;
        _userWords = options?.UserWords;
        _subWords = options?.SubWords ?? false;
        _blocks.Reset();
        _segmenter.Clear();
        _sentenceStart = 0;
        _sentenceEnd = 0;
        _wordAt = 0;
        _longWord = NoWord;
        SkippedPositions = 0;
    }

    /// <summary>Goes on to the next word; false at the end of the text.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            if (_longWord != NoWord && TrySubWord())
            {
                return true;
            }

            var path = _segmenter.Path;
            if (_wordAt == path.Length)
            {
                if (!NextSentence())
                {
                    return false;
                }

                continue;
            }

            var index = path[_wordAt++];
            ref readonly var node = ref _segmenter.Nodes[index];
            if (node.Kind == NodeKind.Delimiter)
            {
                // Lucene emits "," here, which its stop filter then removes: "gap kept" (§7).
                SkippedPositions++;
                continue;
            }

            Take(in node, 1 + SkippedPositions);
            SkippedPositions = 0;
            if (_subWords && node.Kind is NodeKind.Word or NodeKind.UserWord && node.End - node.Start > 2)
            {
                _longWord = index;
                _subWordAt = _segmenter.FirstFrom(node.Start);
            }

            return true;
        }
    }

    /// <summary>Writes the current word as a term; <paramref name="term"/> holds at least <see cref="TermCapacity"/> units.</summary>
    /// <returns>Length of the term.</returns>
    public int CopyTerm(Span<char> term)
    {
        var text = _blocks.Block.Slice(_at, Length);
        switch (_node.Kind)
        {
            case NodeKind.UserWord:
                var word = _userWords!.TermOf(_node.Symbol);
                word.CopyTo(term);
                return word.Length;
            case NodeKind.Run:
                TermText.CopyRun(text, term);
                return text.Length;
            case NodeKind.Word:
                return TermText.CopyWord(text, term);
            default:
                text.CopyTo(term);
                return text.Length;
        }
    }

    /// <summary>Room that the current word's term may need.</summary>
    public int TermCapacity => _node.Kind == NodeKind.UserWord ? Math.Max(Length, _userWords!.TermOf(_node.Symbol).Length) : Length;

    private void Take(ref readonly LatticeNode node, int positionIncrement)
    {
        _node = node;
        _at = _sentenceStart + node.Start;
        PositionIncrement = positionIncrement;
    }

    private bool NextSentence()
    {
        if (_sentenceEnd == _blocks.Block.Length)
        {
            _sentenceEnd = 0;
            if (!_blocks.Next(_input))
            {
                return false;
            }
        }

        _sentenceStart = _sentenceEnd;
        _sentenceEnd = SentenceBreaker.NextBreak(_blocks.Block, _sentenceStart);
        _segmenter.Segment(_blocks.Block[_sentenceStart.._sentenceEnd], _userWords);
        _wordAt = 0;
        return true;
    }

    // The lattice already holds every word inside the long one, ordered by start, as an index wants its offsets.
    private bool TrySubWord()
    {
        var nodes = _segmenter.Nodes;
        ref readonly var whole = ref nodes[_longWord];
        while (nodes[_subWordAt] is var node && node.Start < whole.End)
        {
            _subWordAt++;
            if (node.Kind is NodeKind.Word or NodeKind.UserWord && node.End <= whole.End && !IsRepeated(_subWordAt - 1))
            {
                Take(in node, 0);
                return true;
            }
        }

        _longWord = NoWord;
        return false;
    }

    // The same stretch as the long word itself, or as a word that both dictionary and lexicon hold.
    private bool IsRepeated(int at)
    {
        var nodes = _segmenter.Nodes;
        var (start, end) = (nodes[at].Start, nodes[at].End);
        if (start == nodes[_longWord].Start && end == nodes[_longWord].End)
        {
            return true;
        }

        for (var other = _segmenter.FirstFrom(start); other < at; other++)
        {
            if (nodes[other].Kind != NodeKind.Character && nodes[other].End == end)
            {
                return true;
            }
        }

        return false;
    }
}
