using PolicyQa.Answering;

namespace PolicyQa.App.Training;

/// <summary>Learns a gate: weights on one part of the examples, calibration on another, questions of one article always in the same part.</summary>
internal static class GateTrainer
{
    /// <summary>Of ten articles, so many are kept for calibration.</summary>
    private const int KeptOfTen = 2;

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
        var (weights, bias) = LogisticFit.Fit([.. learnt.Select(e => e.Seen)], [.. learnt.Select(e => e.Answerable)], [.. learnt.Select(WeightOf)], signs);
        var raw = new LearntGate(weights, bias, 1, 0);
        var (slope, offset) = LogisticFit.Fit([.. kept.Select(e => new[] { raw.Score(e.Seen) })], [.. kept.Select(e => e.Right)], [.. kept.Select(_ => 1.0)], [1]);
        var gate = new LearntGate(weights, bias, slope[0], offset);
        return new GateTraining(gate, GateReport.Of(gate, kept), learnt.Length, kept.Length);
    }

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
