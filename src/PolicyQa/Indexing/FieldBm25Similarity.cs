using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using PolicyQa.Analysis;

namespace PolicyQa.Indexing;

/// <summary>
/// BM25 (Robertson et al., TREC-3) whose collection size and average length are those of the field, as in Lucene 8, not
/// of the whole index as in Lucene 4.8. Lengths are kept to within 2 %
/// (log scale in one byte) instead of Lucene 4.8's 12 %.
/// </summary>
internal sealed class FieldBm25Similarity() : BM25Similarity(IndexFields.K1, IndexFields.B)
{
    private const double Step = 1.045;
    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(i => (float)Math.Pow(Step, i))];

    public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats)
    {
        var n = Math.Max(termStats.DocFreq, Count(collectionStats));
        var idf = InverseFrequency.Of(termStats.DocFreq, n);
        return new Explanation((float)idf, $"idf(docFreq={termStats.DocFreq}, docCount={n})");
    }

    protected override float AvgFieldLength(CollectionStatistics collectionStats) =>
        collectionStats.SumTotalTermFreq <= 0 ? 1 : (float)(collectionStats.SumTotalTermFreq / (double)Count(collectionStats));

    protected override byte EncodeNormValue(float boost, int fieldLength) =>
        (byte)Math.Clamp(Math.Round(Math.Log(Math.Max(1, fieldLength)) / Math.Log(Step)), 0, 255);

    protected override float DecodeNormValue(byte b) => Lengths[b];

    /// <summary>The length, in terms, that a norm stands for.</summary>
    public static float LengthOf(byte norm) => Lengths[norm];

    private static long Count(CollectionStatistics stats) => stats.DocCount > 0 ? stats.DocCount : Math.Max(1, stats.MaxDoc);
}
