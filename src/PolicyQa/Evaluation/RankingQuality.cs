namespace PolicyQa.Evaluation;

/// <summary>Over all questions whose passage is known: shares of questions with it among the first k, and the mean reciprocal rank.</summary>
public sealed record RankingQuality(int Questions, double RecallAt1, double RecallAt5, double RecallAt10, double Mrr10)
{
    private const int Depth = 10;

    /// <summary>1-based rank of the first gold passage; 0 where none is listed.</summary>
    internal static int RankOf(IReadOnlyList<string> ranked, IReadOnlyCollection<string> gold)
    {
        for (var i = 0; i < ranked.Count; i++)
            if (gold.Contains(ranked[i]))
                return i + 1;
        return 0;
    }

    internal static RankingQuality Of(IReadOnlyCollection<int> ranks)
    {
        double Recall(int k) => ranks.Average(r => r > 0 && r <= k ? 1.0 : 0.0);
        return new RankingQuality(ranks.Count, Recall(1), Recall(5), Recall(Depth), ranks.Average(r => r is > 0 and <= Depth ? 1.0 / r : 0.0));
    }
}
