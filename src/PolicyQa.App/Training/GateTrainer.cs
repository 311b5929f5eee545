using PolicyQa.Answering;

namespace PolicyQa.App.Training;

/// <summary>Learns a gate: weights on one part of the examples, judged on another, questions of one article always in the same part; calibrated on both.</summary>
internal static class GateTrainer
{
    /// <summary>Of ten articles, so many are kept to judge by.</summary>
    private const int KeptOfTen = 2;

    /// <summary>
    /// Features that say much the same shall share the weight: an encyclopedia's questions repeat their article's words, so that one
    /// of them alone would say nearly all there, and little elsewhere.
    /// </summary>
    private const double Ridge = 0.15;

    /// <summary>
    /// What may speak only against an answer; all else may speak only for it. Without signs, features that say much the same are
    /// played off against each other, and what comes of that does not hold on other sets.
    /// </summary>
    private static readonly string[] Against = ["missing-", "heaviest-", "unknown", "number-", "year-", "latin-", "name-"];

    public static GateTraining Train(IReadOnlyList<GateExample> examples)
    {
        var learnt = examples.Where(e => !IsKept(e.Group)).ToArray();
        var kept = examples.Where(e => IsKept(e.Group)).ToArray();
        int[] signs = [.. LearntGate.FeatureNames.Select(n => Against.Any(a => n.StartsWith(a, StringComparison.Ordinal)) ? -1 : 1)];
        // Answerable, not right: where the answer is there but cut badly, the reader is to blame, and refusing helps nobody learn that.
        var (weights, bias) = LogisticFit.Fit([.. learnt.Select(e => e.Seen)], [.. learnt.Select(e => e.Answerable)], [.. learnt.Select(WeightOf)], signs, Ridge);
        // An answerable question may still be answered wrongly: how clear-cut the span is says that best.
        weights[LearntGate.FeatureNames.ToList().IndexOf("read-span")] += SpanShare;
        var raw = new LearntGate(weights, bias, 1, 0);
        // Few numbers are fitted here, so all examples may bear on them.
        var (slope, offset) = LogisticFit.Fit([.. examples.Select(e => new[] { raw.Score(e.Seen) })], [.. examples.Select(e => e.Right)], [.. examples.Select(e => e.Answerable ? 1 : Unanswerable)], [1]);
        var gate = new LearntGate(weights, bias, slope[0], offset);
        return new GateTraining(gate, GateReport.Of(gate, kept), learnt.Length, kept.Length);
    }

    private const double SpanShare = 0.4;

    /// <summary>How much a question without an answer counts in the calibration: more than in the examples, where the corpus is an encyclopedia.</summary>
    private const double Unanswerable = 1.5;

    /// <summary>There are half as many of the two hard ways of having no answer: all five shall count the same.</summary>
    private static double WeightOf(GateExample e) => e.Origin is "cut" or "swapped" ? 2 : 1;

    /// <summary>By the group's characters, so that it does not depend on the order of the files.</summary>
    private static bool IsKept(string group)
    {
        var hash = 2166136261u;
        foreach (var c in group) hash = (hash ^ c) * 16777619;
        return hash / 7 % 10 < KeptOfTen;
    }
}
