using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Evaluation;

/// <summary>Learns what the reader's odds are worth beside the ranker's score, from questions on articles that the reader has not learnt from.</summary>
public static class OrderTraining
{
    private const int Epochs = 200;
    private const double Decay = 0.001;

    /// <summary>Trains and measures on what was held out.</summary>
    public static TrainedRanker Train(IReadOnlyList<Article> passages, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        var lists = RankingLists.Of(passages, ReaderSplit.Unseen(passages, questions), (engine, question) => engine.OrderFeatures(question), cancellationToken);
        // Where the ranker has not found the right article, or has found nothing beside it, there is no order to learn.
        List<RankingList> told = [.. lists.Where(l => l.Right >= 0 && l.Features.Length > 1)], training = [.. told.Where(l => !l.HeldOut)], heldOut = [.. told.Where(l => l.HeldOut)];
        if (training.Count == 0) throw new ArgumentException("问题集里没有能用来训练的问题", nameof(questions));
        string[] weights = [.. LinearModel.Lines(ReadOrder.Names, ListwiseFit.Weights(training, Epochs, Decay))];
        var model = new LinearModel(ReadOrder.Names, weights);
        return new TrainedRanker(
            ["# what one unit of each feature is worth; written by `train order`, not by hand", .. weights],
            training.Count,
            heldOut.Count,
            RankerTraining.At1(heldOut, f => f[0]),
            RankerTraining.At1(heldOut, f => model.Score(f)));
    }
}
