using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using PolicyQa.Analysis.SmartCn;
using PolicyQa.Corpus;

namespace PolicyQa.Analysis;

/// <summary>
/// SmartCn's words as policy text needs them: folded (NFKC, Traditional → Simplified) before cutting, figures whole and in
/// plain form, lexicon words whole, shorter words inside longer ones beside them. Offsets point into the original text,
/// because folding never changes a length.
/// </summary>
public sealed class WordTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _position;
    private readonly SmartCnOptions _options;
    private readonly List<(int Start, int End, string? Term, int Increment)> _tokens = [];
    private readonly WordScanner _words = new();
    private char[] _word = new char[32];
    private string _text = "";
    private TextSpan _lastNumber;
    private int _next = -1;

    internal WordTokenizer(TextReader input, SmartCnOptions options)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
        _options = options;
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_next < 0) Fill();
        if (_next == _tokens.Count) return false;
        var (start, end, term, increment) = _tokens[_next++];
        if (term is null) _term.SetEmpty().Append(_text, start, end - start);
        else _term.SetEmpty().Append(term);
        _offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
        _position.PositionIncrement = increment;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _next = -1;
    }

    public override void End()
    {
        base.End();
        var end = CorrectOffset(_text.Length);
        _offset.SetOffset(end, end);
    }

    private void Fill()
    {
        _tokens.Clear();
        _next = 0;
        _lastNumber = default;
        // Lucene's reusable reader says null where there is nothing left.
        _text = CharacterFolding.Fold(m_input.ReadToEnd() ?? "");
        using var numbers = NumberFinder.Find(_text).GetEnumerator();
        var more = numbers.MoveNext();
        using var text = new StringReader(_text);
        var words = _words;
        words.Read(text, _options);
        while (words.MoveNext())
        {
            while (more && numbers.Current.Span.Start < words.End && numbers.Current.Span.Start >= words.Start || more && numbers.Current.Span.End <= words.Start)
            {
                Number(numbers.Current);
                more = numbers.MoveNext();
            }

            // What lies inside a figure already emitted is part of it.
            if (_lastNumber.Contains(new TextSpan(words.Start, words.End))) continue;
            Word(words);
        }

        for (; more; more = numbers.MoveNext()) Number(numbers.Current);
    }

    private void Number((TextSpan Span, string Term) number)
    {
        _tokens.Add((number.Span.Start, number.Span.End, number.Term, 1));
        _lastNumber = number.Span;
    }

    private void Word(WordScanner words)
    {
        // A run of letters keeps SmartCn's own normal form; Han words are the folded text itself.
        if (_word.Length < words.TermCapacity) _word = new char[2 * words.TermCapacity];
        var term = _word.AsSpan(0, words.CopyTerm(_word));
        var text = term.SequenceEqual(_text.AsSpan(words.Start, words.End - words.Start)) ? null : term.ToString();
        _tokens.Add((words.Start, words.End, text, words.PositionIncrement));
    }
}
