using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Indexing;

/// <summary>An opened index, frozen at one build. Thread-safe. The writing side is <see cref="IndexBuilder"/>.</summary>
internal sealed class IndexSnapshot : IDisposable
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly DirectoryReader _reader;
    private readonly Dictionary<string, int> _ordinals;
    private readonly int[] _articleOrdinals;
    private readonly Lazy<int[]> _characterFrequency;

    public IndexSnapshot(Lucene.Net.Store.Directory directory, IReadOnlyList<Article> articles, IReadOnlyList<Passage> passages)
    {
        _directory = directory;
        _reader = DirectoryReader.Open(directory);
        Searcher = new IndexSearcher(_reader) { Similarity = new FieldBm25Similarity() };
        Articles = articles;
        Passages = passages;
        _ordinals = new Dictionary<string, int>(articles.Count, StringComparer.Ordinal);
        for (var i = 0; i < articles.Count; i++) _ordinals[articles[i].Id] = i;
        _articleOrdinals = Read(_reader, IndexFields.ArticleOrdinal);
        _characterFrequency = new Lazy<int[]>(() => CharacterFrequencies(articles));
        FirstPassage = new int[articles.Count + 1];
        for (int p = 0, a = -1; p <= passages.Count; p++)
        {
            var owner = p == passages.Count ? articles.Count : _ordinals[passages[p].ArticleId];
            while (a < owner) FirstPassage[++a] = p;
        }

        PassageSpans = [.. passages.Select(p => p.Span)];
        UsualArticle = Math.Max(1, articles.Select(a => (double)a.Text.Length).DefaultIfEmpty(1).Average());
        UsualPassage = Math.Max(1, PassageSpans.Select(p => (double)p.Length).DefaultIfEmpty(1).Average());
    }

    public IndexSearcher Searcher { get; }

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

    public int ArticleOrdinal(int docId) => _articleOrdinals[docId];

    /// <summary>Position in <see cref="Articles"/>, or -1.</summary>
    public int OrdinalOf(string articleId) => _ordinals.GetValueOrDefault(articleId, -1);

    public Article ArticleOf(Passage passage) => Articles[_ordinals[passage.ArticleId]];

    /// <summary>How many passages hold the folded bigram <paramref name="term"/>.</summary>
    public int PassageFrequency(string term) => (int)Math.Max(0, _reader.TotalTermFreq(new Term(IndexFields.PassageBigrams, term)));

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

    /// <summary>Lucene's doc values belong to one thread; an array of ours to all.</summary>
    private static int[] Read(DirectoryReader reader, string field)
    {
        var ordinals = new int[reader.MaxDoc];
        if (MultiDocValues.GetNumericValues(reader, field) is not { } values) return ordinals;
        for (var doc = 0; doc < ordinals.Length; doc++) ordinals[doc] = (int)values.Get(doc);
        return ordinals;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }
}
