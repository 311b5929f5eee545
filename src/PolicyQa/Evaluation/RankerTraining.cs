using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Retrieval;

namespace PolicyQa.Evaluation;

/// <summary>Learns the ranker's weights from a question set whose licence allows it.</summary>
public static class RankerTraining
{
    /// <summary>
    /// What the first stage's score is worth on top of its learnt weight. With the title struck from it a question is
    /// harder than real ones, where the first stage deserves more trust. Chosen by hand: 0 to 6 differ by less than a point on most sets.
    /// </summary>
    private const double FirstStageTrust = 3;

    /// <summary>Trains and measures on what was held out.</summary>
    public static TrainedRanker Train(IReadOnlyList<Article> passages, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        var lists = RankingLists.Of(passages, questions, (engine, question) => engine.RankingFeatures(question), cancellationToken);
        List<RankingList> training = [.. lists.Where(l => !l.HeldOut && l.Right >= 0)], heldOut = [.. lists.Where(l => l.HeldOut)];
        if (training.Count == 0) throw new ArgumentException("问题集里没有能用来训练的问题", nameof(questions));
        var weights = ListwiseFit.Weights(training);
        weights[0] += FirstStageTrust;
        string[] lines =
        [
            "# what one unit of each feature is worth; written by `train ranker`, not by hand",
            .. LinearModel.Lines(RankFeatures.Names, weights),
        ];
        var model = new RankModel(lines.Skip(1));
        return new TrainedRanker(lines, training.Count, heldOut.Count, At1(heldOut, f => f[0]), At1(heldOut, f => model.Score(f)));
    }

    internal static double At1(List<RankingList> lists, Func<float[], double> score) =>
        lists.Count == 0 ? 0 : lists.Average(l => l.Right >= 0 && First(l.Features, score) == l.Right ? 1.0 : 0.0);

    private static int First(float[][] rows, Func<float[], double> score) => Enumerable.Range(0, rows.Length).MaxBy(i => score(rows[i]));
}
