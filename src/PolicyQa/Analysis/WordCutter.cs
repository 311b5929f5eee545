using PolicyQa.Analysis.SmartCn;
using PolicyQa.Corpus;

namespace PolicyQa.Analysis;

/// <summary>Words by SmartCn's dictionary and bigram model. Thread-safe.</summary>
/// <param name="words">Words that the dictionary lacks (names, quoted terms); may be empty.</param>
public sealed class WordCutter(IEnumerable<string> words)
{
    private readonly SmartCnOptions _options = new() { UserWords = new UserWords(words.Where(w => w.Length is >= 2 and <= 12).Distinct(StringComparer.Ordinal).Select(w => new UserWord(w))) };

    [ThreadStatic]
    private static WordScanner? t_scanner;

    /// <summary>Words of folded text, in text order, not overlapping; punctuation and white space are no words.</summary>
    public IReadOnlyList<TextSpan> Cut(string folded)
    {
        using var text = new StringReader(folded);
        var scanner = t_scanner ??= new WordScanner();
        List<TextSpan> cut = [];
        scanner.Read(text, _options);
        while (scanner.MoveNext()) cut.Add(new TextSpan(scanner.Start, scanner.End));
        return cut;
    }
}
