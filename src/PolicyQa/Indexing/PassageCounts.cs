using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Indexing;

/// <summary>In how many passages each term stands, counted in the text: quicker than to index it all a second time.</summary>
internal static class PassageCounts
{
    /// <summary>The counts of all terms that <see cref="BigramScanner"/> finds.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="passages">Their passages, grouped by article in the same order.</param>
    /// <param name="firstPassage">Passages of article a are firstPassage[a] to firstPassage[a + 1] (exclusive).</param>
    public static TermTable Of(IReadOnlyList<Article> articles, IReadOnlyList<Passage> passages, int[] firstPassage)
    {
        TermTable counts = new();
        HashSet<ulong> seen = [];
        for (var a = 0; a < articles.Count; a++)
        {
            for (var p = firstPassage[a]; p < firstPassage[a + 1]; p++)
            {
                seen.Clear();
                var folded = CharacterFolding.Fold(passages[p].TextIn(articles[a]));
                var scanner = new BigramScanner(folded);
                while (scanner.MoveNext())
                {
                    var key = TermTable.KeyOf(folded.AsSpan(scanner.Start, scanner.Length));
                    if (seen.Add(key)) counts.Value(key)++;
                }
            }
        }

        counts.Trim();
        return counts;
    }
}
