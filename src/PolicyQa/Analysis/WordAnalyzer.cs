using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using PolicyQa.Analysis.SmartCn;

namespace PolicyQa.Analysis;

/// <summary>Words for the index and for questions alike.</summary>
/// <param name="words">Words that the dictionary lacks: lexicon and learnt words.</param>
public sealed class WordAnalyzer(IEnumerable<string> words) : Analyzer
{
    private readonly SmartCnOptions _options = new()
    {
        UserWords = new UserWords(words.Where(w => w.Length is >= 2 and <= 20).Distinct(StringComparer.Ordinal).Select(w => new UserWord(w))),
        SubWords = true,
    };

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new WordTokenizer(reader, _options);
        return new TokenStreamComponents(tokenizer, new PorterStemFilter(tokenizer));
    }
}
