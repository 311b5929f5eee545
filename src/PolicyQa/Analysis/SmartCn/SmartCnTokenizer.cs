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
    private readonly SmartCnOptions? _options;
    private readonly WordScanner _words = new();

    /// <summary>Cuts <paramref name="input"/>.</summary>
    /// <param name="input">The text; a char filter's offsets are mapped back.</param>
    /// <param name="options">Null means <see cref="SmartCnOptions.Compatible"/>.</param>
    public SmartCnTokenizer(TextReader input, SmartCnOptions? options = null)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
        _options = options;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_words.MoveNext())
        {
            return false;
        }

        _term.ResizeBuffer(_words.TermCapacity);
        _term.Length = _words.CopyTerm(_term.Buffer);
        _position.PositionIncrement = _words.PositionIncrement;
        _offset.SetOffset(CorrectOffset(_words.Start), CorrectOffset(_words.End));
        return true;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _words.Read(m_input, _options);
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        var end = CorrectOffset(_words.TextLength);
        _offset.SetOffset(end, end);
        _position.PositionIncrement += _words.SkippedPositions;
    }
}
