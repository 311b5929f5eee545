using Lucene.Net.Analysis.TokenAttributes;
using PolicyQa.Corpus;

namespace PolicyQa.Analysis;

/// <summary>Shows what a lexicon makes of a text, over the words that the pages teach. Thread-safe.</summary>
/// <param name="articles">The pages.</param>
public sealed class LexiconView(IReadOnlyList<Article> articles)
{
    // A pass over all text: once, not at each keystroke of whoever edits.
    private readonly Lazy<IReadOnlyList<string>> _learnt = new(() => LearntWords.Of(articles, Lexicon.Default));

    /// <summary>The words of <paramref name="text"/>, in its order.</summary>
    public IReadOnlyList<LexiconToken> Tokens(Lexicon lexicon, string text)
    {
        List<LexiconToken> tokens = [];
        List<string> parts = [];
        using var words = new WordAnalyzer(_learnt.Value.Concat(lexicon.OwnWords));
        using var stream = words.GetTokenStream("w", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var position = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var word = term.ToString()!;
            if (position.PositionIncrement == 0 && tokens.Count > 0 && offset.EndOffset <= tokens[^1].End)
            {
                parts.Add(word);
                continue;
            }

            parts = [];
            tokens.Add(new LexiconToken(word, offset.StartOffset, offset.EndOffset, parts, lexicon.Synonyms(word)));
        }

        stream.End();
        return tokens;
    }
}
