using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicyQa.Analysis;

/// <summary>What the index really holds of a text, for people to look at: its words, each followed by the bigrams that start within it (position increment 0).</summary>
public sealed class IndexAnalyzer(WordAnalyzer words) : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new Both(reader, words));

    private sealed class Both : Tokenizer
    {
        private readonly ICharTermAttribute _term;
        private readonly IOffsetAttribute _offset;
        private readonly IPositionIncrementAttribute _position;
        private readonly WordAnalyzer _words;
        private List<(string Term, int Start, int End, int Increment)>? _tokens;
        private int _next;
        private int _length;

        public Both(TextReader input, WordAnalyzer words)
            : base(input)
        {
            _term = AddAttribute<ICharTermAttribute>();
            _offset = AddAttribute<IOffsetAttribute>();
            _position = AddAttribute<IPositionIncrementAttribute>();
            _words = words;
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            _tokens ??= Merge(m_input.ReadToEnd() ?? "");
            if (_next == _tokens.Count) return false;
            var (term, start, end, increment) = _tokens[_next++];
            _term.SetEmpty().Append(term);
            _offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
            _position.PositionIncrement = increment;
            return true;
        }

        public override void Reset()
        {
            base.Reset();
            _tokens = null;
            _next = 0;
        }

        public override void End()
        {
            base.End();
            _offset.SetOffset(CorrectOffset(_length), CorrectOffset(_length));
        }

        private List<(string Term, int Start, int End, int Increment)> Merge(string text)
        {
            _length = text.Length;
            List<(string Term, int Start, int End, int Increment)> tokens = [];
            using (var stream = _words.GetTokenStream("w", text))
            {
                var term = stream.GetAttribute<ICharTermAttribute>();
                var offset = stream.GetAttribute<IOffsetAttribute>();
                var position = stream.GetAttribute<IPositionIncrementAttribute>();
                stream.Reset();
                while (stream.IncrementToken()) tokens.Add((term.ToString()!, offset.StartOffset, offset.EndOffset, position.PositionIncrement));
                stream.End();
            }

            var folded = CharacterFolding.Fold(text);
            var scanner = new BigramScanner(folded);
            while (scanner.MoveNext()) tokens.Add((folded.Substring(scanner.Start, scanner.Length), scanner.Start, scanner.Start + scanner.Length, 0));
            // A stable order: by start, words before bigrams. A first token must advance.
            return [.. tokens.OrderBy(t => t.Start).ThenBy(t => t.Increment == 0).Select((t, i) => i == 0 ? t with { Increment = Math.Max(1, t.Increment) } : t)];
        }
    }
}
