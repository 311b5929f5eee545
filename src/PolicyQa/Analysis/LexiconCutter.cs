using PolicyQa.Corpus;

namespace PolicyQa.Analysis;

/// <summary>Longest match against the lexicon, pairs of characters elsewhere.</summary>
public sealed class LexiconCutter(Lexicon lexicon) : IWordCutter
{
    public IReadOnlyList<TextSpan> Cut(string folded)
    {
        List<TextSpan> words = [];
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }

            var run = i;
            while (run < folded.Length && char.IsLetterOrDigit(folded[run]) && BigramScanner.IsIdeographic(folded[run]) == BigramScanner.IsIdeographic(folded[i])) run++;
            if (!BigramScanner.IsIdeographic(folded[i]))
            {
                words.Add(new TextSpan(i, run));
                i = run;
                continue;
            }

            var length = Math.Min(lexicon.LongestWord, run - i);
            while (length > 1 && !lexicon.Knows(folded.Substring(i, length)) && !StopWords.Contains(folded.Substring(i, length)) && !StopWords.SayLittle(folded.Substring(i, length))) length--;
            if (length == 1 && !StopWords.Contains(folded.Substring(i, 1))) length = Math.Min(2, run - i);
            words.Add(new TextSpan(i, i + length));
            i += length;
        }

        return words;
    }
}
