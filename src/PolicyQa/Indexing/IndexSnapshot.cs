using Lucene.Net.Index;
using Lucene.Net.Search;
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
    private readonly int[] _passageOrdinals;

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
        _passageOrdinals = Read(_reader, IndexFields.PassageOrdinal);
        FirstPassage = new int[articles.Count + 1];
        for (int p = 0, a = -1; p <= passages.Count; p++)
        {
            var owner = p == passages.Count ? articles.Count : _ordinals[passages[p].ArticleId];
            while (a < owner) FirstPassage[++a] = p;
        }
    }

    public IndexSearcher Searcher { get; }

    public IReadOnlyList<Article> Articles { get; }

    /// <summary>All passages, grouped by article in the order of <see cref="Articles"/>.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>Passages of article a are FirstPassage[a] to FirstPassage[a + 1] (exclusive).</summary>
    public int[] FirstPassage { get; }

    /// <summary>Number of documents that hold passages, for inverse document frequencies.</summary>
    public int PassageCount => Passages.Count;

    public int ArticleOrdinal(int docId) => _articleOrdinals[docId];

    /// <summary>-1 for a document that is a whole article.</summary>
    public int PassageOrdinal(int docId) => _passageOrdinals[docId];

    /// <summary>Position in <see cref="Articles"/>, or -1.</summary>
    public int OrdinalOf(string articleId) => _ordinals.GetValueOrDefault(articleId, -1);

    public Article ArticleOf(Passage passage) => Articles[_ordinals[passage.ArticleId]];

    /// <summary>How many passages hold the folded bigram <paramref name="term"/>.</summary>
    public int PassageFrequency(string term) => _reader.DocFreq(new Term(IndexFields.PassageBigrams, term));

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
