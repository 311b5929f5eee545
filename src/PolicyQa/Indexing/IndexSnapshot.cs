using Lucene.Net.Index;
using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Indexing;

/// <summary>An opened index, frozen at one build, all of it in memory: no file stays open. Thread-safe. The writing side is <see cref="IndexBuilder"/>.</summary>
internal sealed class IndexSnapshot
{
    private readonly Dictionary<string, int> _ordinals;
    private readonly Lazy<int[]> _characterFrequency;

    /// <summary>Reads an index.</summary>
    /// <param name="directory">Where Lucene keeps it; no longer needed afterwards.</param>
    /// <param name="articles">What was indexed, in the same order.</param>
    /// <param name="passages">Their passages, grouped by article.</param>
    /// <exception cref="IOException">The index cannot be read.</exception>
    public IndexSnapshot(Lucene.Net.Store.Directory directory, IReadOnlyList<Article> articles, IReadOnlyList<Passage> passages)
    {
        using (var reader = DirectoryReader.Open(directory))
        {
            if (reader.NumDocs != articles.Count) throw new IOException($"the index holds {reader.NumDocs} articles instead of {articles.Count}");
            var ordinals = Read(reader, IndexFields.ArticleOrdinal);
            Bigrams = new PostingTable(reader, IndexFields.ArticleBigrams, ordinals);
            Words = new PostingTable(reader, IndexFields.ArticleWords, ordinals);
        }

        Articles = articles;
        Passages = passages;
        _ordinals = new Dictionary<string, int>(articles.Count, StringComparer.Ordinal);
        for (var i = 0; i < articles.Count; i++) _ordinals[articles[i].Id] = i;
        _characterFrequency = new Lazy<int[]>(() => CharacterFrequencies(articles));
        FirstPassage = new int[articles.Count + 1];
        for (int p = 0, a = -1; p <= passages.Count; p++)
        {
            var owner = p == passages.Count ? articles.Count : _ordinals[passages[p].ArticleId];
            while (a < owner) FirstPassage[++a] = p;
        }

        PassageTerms = PassageCounts.Of(articles, passages, FirstPassage);
        PassageSpans = [.. passages.Select(p => p.Span)];
        UsualArticle = Math.Max(1, articles.Select(a => (double)a.Text.Length).DefaultIfEmpty(1).Average());
        UsualPassage = Math.Max(1, PassageSpans.Select(p => (double)p.Length).DefaultIfEmpty(1).Average());
    }

    /// <summary>Bigrams of the articles.</summary>
    public PostingTable Bigrams { get; }

    /// <summary>Words of the articles.</summary>
    public PostingTable Words { get; }

    /// <summary>In how many passages each folded bigram stands.</summary>
    public TermTable PassageTerms { get; }

    public IReadOnlyList<Article> Articles { get; }

    /// <summary>All passages, grouped by article in the order of <see cref="Articles"/>.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>Passages of article a are FirstPassage[a] to FirstPassage[a + 1] (exclusive).</summary>
    public int[] FirstPassage { get; }

    /// <summary>Where each of <see cref="Passages"/> stands in its article, side by side for quick looking.</summary>
    public TextSpan[] PassageSpans { get; }

    /// <summary>Mean length of an article.</summary>
    public double UsualArticle { get; }

    /// <summary>Mean length of a passage.</summary>
    public double UsualPassage { get; }

    /// <summary>Number of passages, for inverse document frequencies.</summary>
    public int PassageCount => Passages.Count;

    /// <summary>Position in <see cref="Articles"/>, or -1.</summary>
    public int OrdinalOf(string articleId) => _ordinals.GetValueOrDefault(articleId, -1);

    public Article ArticleOf(Passage passage) => Articles[_ordinals[passage.ArticleId]];

    /// <summary>How many passages hold the folded bigram <paramref name="term"/>.</summary>
    public int PassageFrequency(ReadOnlySpan<char> term) => PassageTerms[TermTable.KeyOf(term)];

    /// <summary>How many articles hold the folded character.</summary>
    public int CharacterFrequency(char character) => _characterFrequency.Value[character];

    private static int[] CharacterFrequencies(IReadOnlyList<Article> articles)
    {
        var (counts, seenIn) = (new int[char.MaxValue + 1], new int[char.MaxValue + 1]);
        for (var a = 0; a < articles.Count; a++)
        {
            foreach (var raw in articles[a].Text)
            {
                var c = CharacterFolding.Fold(raw);
                if (seenIn[c] == a + 1) continue;
                seenIn[c] = a + 1;
                counts[c]++;
            }
        }

        return counts;
    }

    /// <summary>The article of each document: merged segments need not keep their order.</summary>
    private static int[] Read(DirectoryReader reader, string field)
    {
        var ordinals = new int[reader.NumDocs];
        if (MultiDocValues.GetNumericValues(reader, field) is not { } values) return ordinals;
        for (var doc = 0; doc < ordinals.Length; doc++) ordinals[doc] = (int)values.Get(doc);
        return ordinals;
    }
}
