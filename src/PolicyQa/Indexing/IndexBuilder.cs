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
    private static readonly FieldType Terms = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };

    private static readonly FieldType Counts = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };

    static IndexBuilder()
    {
        Terms.Freeze();
        Counts.Freeze();
    }

    /// <summary>Builds and commits. One segment, documents in the order given, so that the same input gives the same index.</summary>
    public static IReadOnlyList<Passage> Build(
        Lucene.Net.Store.Directory directory, IReadOnlyList<Article> articles, WordAnalyzer words, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        List<Passage> passages = new(articles.Count * 4);
        using var bigrams = new BigramAnalyzer();
        using var analyzer = new PerFieldAnalyzerWrapper(bigrams, new Dictionary<string, Analyzer>(StringComparer.Ordinal) { [IndexFields.ArticleWords] = words });
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = OpenMode.CREATE,
            Similarity = new FieldBm25Similarity(),
            RAMBufferSizeMB = 32,
            MaxThreadStates = 1,
            UseCompoundFile = false,
        });
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
        return passages;
    }

    private static Document ArticleDocument(Article article, int ordinal, IReadOnlyList<Passage> passages)
    {
        var body = new StringBuilder(article.Text.Length + 64).Append(article.Title).Append('\n');
        var held = new StringBuilder(article.Text.Length);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var text = TextOf(article, passage);
            body.Append(text).Append('\n');
            seen.Clear();
            var folded = CharacterFolding.Fold(text);
            var scanner = new BigramScanner(folded);
            while (scanner.MoveNext())
            {
                // A line break keeps terms apart that the scanner would join.
                if (seen.Add(folded.Substring(scanner.Start, scanner.Length))) held.Append(folded, scanner.Start, scanner.Length).Append('\n');
            }
        }

        return
        [
            new StringField(IndexFields.ArticleId, article.Id, Field.Store.NO),
            new NumericDocValuesField(IndexFields.ArticleOrdinal, ordinal),
            new Field(IndexFields.ArticleBigrams, body.ToString(), Terms),
            new Field(IndexFields.ArticleWords, body.ToString(), Terms),
            new Field(IndexFields.PassageBigrams, held.ToString(), Counts),
        ];
    }

    /// <summary>The words of the passage's own sentences: foreign text between them stays out of the index.</summary>
    public static string TextOf(Article article, Passage passage)
    {
        if (!passage.Damaged) return passage.Span.Of(article.Text);
        return string.Join('\n', passage.Sentences.Select(s => s.Span.Of(article.Text)));
    }
}
