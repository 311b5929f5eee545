namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Lays a text before the segmenter in blocks of at most 1024 code units (§1), cut after their last line break where the
/// text goes on.
/// </summary>
internal sealed class BlockReader
{
    private const int WindowLength = 1024;
    private const string LineBreaks = "\n\r\u0085\u2028\u2029";

    private readonly char[] _window = new char[WindowLength];
    private int _filled;
    private int _length;
    private bool _last;

    /// <summary>Offset of the block in the text that was read.</summary>
    public int Base { get; private set; }

    /// <summary>The block; in <see cref="Window"/> it starts at 0.</summary>
    public ReadOnlySpan<char> Block => _window.AsSpan(0, _length);

    public char[] Window => _window;

    public void Reset()
    {
        Base = 0;
        _filled = 0;
        _length = 0;
        _last = false;
    }

    /// <summary>Goes on to the next block; false at the end of the text, <see cref="Base"/> then being its length.</summary>
    public bool Next(TextReader text)
    {
        Base += _length;
        _window.AsSpan(_length, _filled - _length).CopyTo(_window);
        _filled -= _length;
        _length = 0;
        while (!_last && _filled < WindowLength)
        {
            var read = text.Read(_window, _filled, WindowLength - _filled);
            _last = read <= 0;
            _filled += Math.Max(read, 0);
        }

        // A text of exactly 1024 counts as full: only input that ran short says that this is the last block.
        _length = _last ? _filled : _window.AsSpan().LastIndexOfAny(LineBreaks) + 1;
        if (_length == 0)
        {
            _length = _filled;
        }

        return _length > 0;
    }
}
