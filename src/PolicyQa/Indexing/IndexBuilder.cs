using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Indexing;

/// <summary>Writes articles into a Lucene directory. The reading side is <see cref="IndexSnapshot"/>.</summary>
internal static class IndexBuilder
{
    /// <summary>Megabytes; what fits into it is written once and never merged.</summary>
    private const int RamBuffer = 96;

    private static readonly FieldType Terms = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };

    static IndexBuilder() => Terms.Freeze();

    /// <summary>Builds and commits. One segment, documents in the order given, so that the same input gives the same index.</summary>
    public static IReadOnlyList<Passage> Build(
        Lucene.Net.Store.Directory directory, IReadOnlyList<Article> articles, WordAnalyzer words, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        List<Passage> passages = new(articles.Count * 4);
        using var bigrams = new BigramAnalyzer();
        using var analyzer = new PerFieldAnalyzerWrapper(bigrams, new Dictionary<string, Analyzer>(StringComparer.Ordinal) { [IndexFields.ArticleWords] = words });
        var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = OpenMode.CREATE,
            Similarity = new FieldBm25Similarity(),
            RAMBufferSizeMB = RamBuffer,
            MaxThreadStates = 1,
            UseCompoundFile = false,
        });
        try
        {
            for (var a = 0; a < articles.Count; a++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var article = articles[a];
                var split = PassageSplitter.Split(article);
                writer.AddDocument(ArticleDocument(article, a, split));
                passages.AddRange(split);
                if (a % 64 == 63 || a == articles.Count - 1) progress?.Report(new IndexProgress(a + 1, articles.Count));
            }

            writer.ForceMerge(1);
            writer.Commit();
            writer.Dispose();
            return passages;
        }
        catch
        {
            // Disposing would try to write once more, fail again on a full disk, and keep the folder locked until the process ends.
            writer.Rollback();
            throw;
        }
    }

    private static Document ArticleDocument(Article article, int ordinal, IReadOnlyList<Passage> passages)
    {
        var body = new StringBuilder(article.Text.Length + 64).Append(article.Title).Append('\n');
        foreach (var passage in passages) body.Append(passage.TextIn(article)).Append('\n');
        var text = body.ToString();
        return
        [
            new StringField(IndexFields.ArticleId, article.Id, Field.Store.NO),
            new NumericDocValuesField(IndexFields.ArticleOrdinal, ordinal),
            new Field(IndexFields.ArticleBigrams, text, Terms),
            new Field(IndexFields.ArticleWords, text, Terms),
        ];
    }
}
