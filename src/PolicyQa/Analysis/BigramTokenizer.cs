using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicyQa.Analysis;

/// <summary>Lucene's view of <see cref="BigramScanner"/>: folds the input, then emits its terms with exact offsets.</summary>
public sealed class BigramTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private char[] _buffer = new char[1024];
    private int _length;
    private int _next = -1;

    public BigramTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_next < 0) Fill();
        // The scanner is a ref struct and cannot live in a field: resume it one character back, so that it still
        // sees whether a run goes on.
        var from = Math.Max(0, _next - 1);
        var scanner = new BigramScanner(_buffer.AsSpan(from, _length - from));
        while (scanner.MoveNext())
        {
            var start = from + scanner.Start;
            if (start < _next) continue;
            _term.CopyBuffer(_buffer, start, scanner.Length);
            _offset.SetOffset(CorrectOffset(start), CorrectOffset(start + scanner.Length));
            _next = BigramScanner.IsIdeographic(_buffer[start]) ? start + 1 : start + scanner.Length;
            return true;
        }

        _next = _length;
        return false;
    }

    public override void Reset()
    {
        base.Reset();
        _next = -1;
    }

    public override void End()
    {
        base.End();
        var end = CorrectOffset(_length);
        _offset.SetOffset(end, end);
    }

    private void Fill()
    {
        _length = 0;
        int read;
        while ((read = m_input.Read(_buffer, _length, _buffer.Length - _length)) > 0)
        {
            _length += read;
            if (_length == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        for (var i = 0; i < _length; i++) _buffer[i] = CharacterFolding.Fold(_buffer[i]);
        _next = 0;
    }
}
