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
        var unseen = passages.Where((_, i) => ReaderSplit.HeldOut(i)).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        List<RankingList> lists = [];
        foreach (var q in questions.Where(q => q.Gold.Answers.Count > 0 && q.Gold.PassageIds.Any(unseen.Contains)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var spans = engine.SpanFeatures(q.Request.Question);
            if (spans.Count < 2) continue;
            var quality = spans.Select(s => F1(s.Text, q.Gold.Answers)).ToArray();
            var best = quality.Max();
            if (best >= LeastF1) lists.Add(new RankingList([.. spans.Select(s => s.Features)], Array.IndexOf(quality, best), false));
        }

        if (lists.Count == 0) throw new ArgumentException("问题集里没有能用来训练的问题", nameof(questions));
        return ["# what one unit of each feature is worth; written by `train spans`, not by hand", .. LinearModel.Lines(SpanFeatures.Names, ListwiseFit.Weights(lists, Epochs, Decay, signed: true))];
    }

    private static double F1(string text, IReadOnlyCollection<string> golds)
    {
        var said = ScoredText.Letters(text);
        return golds.Select(g => ScoredText.Letters(CharacterFolding.Fold(g))).Max(g => ScoredText.CommonStretch(said, g) is > 0 and var common ? 2.0 * common / (said.Length + g.Length) : 0);
    }
}
