using CsCheck;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicyQa.Indexing;

namespace PolicyQa.Tests.Indexing;

public sealed class PostingTableTests
{
    private const string Name = "t";

    [Fact]
    public void A_search_over_the_tables_scores_as_Lucenes_own_does() =>
        Gen.Int[0, 30].Array[1, 40].Array[1, 60].Sample(
            texts =>
            {
                using var directory = Index(texts.Select(t => string.Join(' ', t.Select(n => $"w{n}"))));
                using var reader = DirectoryReader.Open(directory);
                var table = new PostingTable(reader, Name, [.. Enumerable.Range(0, texts.Length)]);
                var searcher = new IndexSearcher(reader) { Similarity = new FieldBm25Similarity() };
                for (var n = 0; n <= 31; n++)
                {
                    var expected = new double[texts.Length];
                    foreach (var hit in searcher.Search(new TermQuery(new Term(Name, $"w{n}")) { Boost = 0.4f }, texts.Length).ScoreDocs) expected[hit.Doc] = hit.Score;
                    var scores = new double[texts.Length];
                    if (table.Find($"w{n}") is >= 0 and var term) table.Score(term, 0.4f, scores);
                    Assert.Equal(expected, scores, (a, b) => Math.Abs(a - b) < 1e-6);
                }
            },
            iter: 30);

    [Fact]
    public void Articles_far_apart_and_out_of_order_are_found_at_their_places()
    {
        const int Many = 70_000;
        using var directory = Index(Enumerable.Range(0, Many).Select(i => i is 0 or Many - 1 ? "rare" : "x"));
        using var reader = DirectoryReader.Open(directory);
        var table = new PostingTable(reader, Name, [.. Enumerable.Range(0, Many).Reverse()]);
        var scores = new double[Many];
        table.Score(table.Find("rare"), 1, scores);
        Assert.Equal([0, Many - 1], Enumerable.Range(0, Many).Where(i => scores[i] > 0));
    }

    [Fact]
    public void Among_many_articles_a_term_of_every_fourth_is_left_out_and_among_few_it_counts()
    {
        Assert.True(Has(4999));
        Assert.False(Has(5000));

        static bool Has(int articles)
        {
            using var directory = Index(Enumerable.Range(0, articles).Select(i => i % 4 == 0 ? "common" : "x"));
            using var reader = DirectoryReader.Open(directory);
            return new PostingTable(reader, Name, [.. Enumerable.Range(0, articles)]).Find("common") >= 0;
        }
    }

    [Fact]
    public void A_table_of_terms_counts_as_a_dictionary_does() =>
        Gen.String[Gen.Char['一', '十'], 1, 6].Array[0, 400].Sample(terms =>
        {
            var table = new TermTable(1);
            var expected = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var term in terms)
            {
                table.Value(TermTable.KeyOf(term))++;
                expected[term] = expected.GetValueOrDefault(term) + 1;
            }

            table.Trim();
            Assert.Equal(expected.Count, table.Count);
            Assert.All(expected, e => Assert.Equal(e.Value, table[TermTable.KeyOf(e.Key)]));
            Assert.Equal(0, table[TermTable.KeyOf("没有")]);
            Assert.Equal(expected.Keys.Where(k => k.Length == 2).Order(StringComparer.Ordinal), table.Keys.Select(TermTable.TryPair).OfType<string>());
        });

    private static RAMDirectory Index(IEnumerable<string> texts)
    {
        var directory = new RAMDirectory();
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new FieldBm25Similarity() });
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };
        foreach (var text in texts) writer.AddDocument([new Field(Name, text, type)]);
        writer.ForceMerge(1);
        writer.Commit();
        return directory;
    }
}
