using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Evaluation;

/// <summary>Learns how to choose among spans, from questions that the reader has not learnt from.</summary>
public static class SpanTraining
{
    /// <summary>A list whose best span shares less with the gold answer teaches nothing.</summary>
    private const double LeastF1 = 0.4;

    private const int Epochs = 200;
    private const double Decay = 0.003;

    /// <summary>The lines of the model file.</summary>
    public static IReadOnlyList<string> Train(IReadOnlyList<Article> passages, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        using var engine = QaEngine.ForArticles(passages, new EngineOptions());
        List<RankingList> lists = [];
        foreach (var q in ReaderSplit.Unseen(passages, questions).Where(q => q.Gold.Answers.Count > 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var spans = engine.SpanFeatures(q.Request.Question);
            if (spans.Count < 2) continue;
            // spans are folded
            string[] golds = [.. q.Gold.Answers.Select(CharacterFolding.Fold)];
            var quality = spans.Select(s => AnswerScore.F1Of(s.Text, golds)).ToArray();
            var best = quality.Max();
            if (best >= LeastF1) lists.Add(new RankingList([.. spans.Select(s => s.Features)], Array.IndexOf(quality, best), false));
        }

        if (lists.Count == 0) throw new ArgumentException("问题集里没有能用来训练的问题", nameof(questions));
        return ["# what one unit of each feature is worth; written by `train spans`, not by hand", .. LinearModel.Lines(SpanFeatures.Names, ListwiseFit.Weights(lists, Epochs, Decay, signed: true))];
    }
}
