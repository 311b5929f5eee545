using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Cuts Chinese text into words as Apache Lucene's SmartCn does. Terms are half-width and lower case; punctuation is
/// dropped and leaves a gap in the positions. Offsets are UTF-16 indexes into the original text.
/// </summary>
public sealed class SmartCnTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _position;
    private readonly UserWords? _userWords;
    private readonly bool _subWords;
    private readonly Segmenter _segmenter;
    private readonly BlockReader _blocks = new();

    // The sentence is block[_sentenceStart.._sentenceEnd]; _wordAt is the next index into its path.
    private int _sentenceStart;
    private int _sentenceEnd;
    private int _wordAt;

    // The next node that may be a sub-word of the node _longWord.
    private int _subWordAt;
    private int _longWord = NoWord;

    private int _skippedPositions;

    private const int NoWord = -1;

    /// <summary>Cuts <paramref name="input"/>.</summary>
    /// <param name="input">The text; a char filter's offsets are mapped back.</param>
    /// <param name="options">Null means <see cref="SmartCnOptions.Compatible"/>.</param>
    public SmartCnTokenizer(TextReader input, SmartCnOptions? options = null)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
        _userWords = options?.UserWords;
        _subWords = options?.SubWords ?? false;
        _segmenter = new Segmenter(SmartCnModel.Shipped, _userWords);
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        while (true)
        {
            if (_longWord != NoWord && TryEmitSubWord())
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
                _skippedPositions++;
                continue;
            }

            Emit(in node, 1 + _skippedPositions);
            _skippedPositions = 0;
            if (_subWords && node.Kind is NodeKind.Word or NodeKind.UserWord && node.End - node.Start > 2)
            {
                _longWord = index;
                _subWordAt = _segmenter.FirstFrom(node.Start);
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _blocks.Reset();
        _segmenter.Clear();
        _sentenceStart = 0;
        _sentenceEnd = 0;
        _wordAt = 0;
        _longWord = NoWord;
        _skippedPositions = 0;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        var end = CorrectOffset(_blocks.Base + _blocks.Block.Length);
        _offset.SetOffset(end, end);
        _position.PositionIncrement += _skippedPositions;
    }

    private bool NextSentence()
    {
        if (_sentenceEnd == _blocks.Block.Length)
        {
            _sentenceEnd = 0;
            if (!_blocks.Next(m_input))
            {
                return false;
            }
        }

        _sentenceStart = _sentenceEnd;
        _sentenceEnd = SentenceBreaker.NextBreak(_blocks.Block, _sentenceStart);
        _segmenter.Segment(_blocks.Block[_sentenceStart.._sentenceEnd]);
        _wordAt = 0;
        return true;
    }

    // The lattice already holds every word inside the long one, ordered by start, as an index wants its offsets.
    private bool TryEmitSubWord()
    {
        var nodes = _segmenter.Nodes;
        ref readonly var whole = ref nodes[_longWord];
        while (nodes[_subWordAt] is var node && node.Start < whole.End)
        {
            _subWordAt++;
            if (node.Kind is NodeKind.Word or NodeKind.UserWord && node.End <= whole.End && !IsRepeated(_subWordAt - 1))
            {
                Emit(in node, 0);
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

    private void Emit(ref readonly LatticeNode node, int positionIncrement)
    {
        var at = _sentenceStart + node.Start;
        var length = node.End - node.Start;
        switch (node.Kind)
        {
            case NodeKind.UserWord:
                _term.SetEmpty().Append(_userWords!.TermOf(node.Symbol));
                break;
            case NodeKind.Run:
                _term.ResizeBuffer(length);
                TermText.CopyRun(_blocks.Block.Slice(at, length), _term.Buffer);
                _term.Length = length;
                break;
            case NodeKind.Word:
                _term.ResizeBuffer(length);
                _term.Length = TermText.CopyWord(_blocks.Block.Slice(at, length), _term.Buffer);
                break;
            default:
                _term.CopyBuffer(_blocks.Window, at, length);
                break;
        }

        _position.PositionIncrement = positionIncrement;
        var start = _blocks.Base + at;
        _offset.SetOffset(CorrectOffset(start), CorrectOffset(start + length));
    }
}
