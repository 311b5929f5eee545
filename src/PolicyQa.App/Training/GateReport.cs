using PolicyQa.Answering;

namespace PolicyQa.App.Training;

/// <summary>How well a gate tells questions with an answer in the pool from those without.</summary>
/// <param name="Auc">Chance that one with an answer gets more confidence than one without.</param>
/// <param name="RefusedAt5">Share refused of those without, where 5 % of those with an answer are refused too.</param>
/// <param name="RefusedAt10">The same at 10 %.</param>
internal sealed record GateReport(double Auc, double RefusedAt5, double RefusedAt10)
{
    public static GateReport Of(LearntGate gate, IReadOnlyList<GateExample> examples)
    {
        double[] with = [.. examples.Where(e => e.Answerable).Select(e => gate.Score(e.Seen)).Order()];
        double[] without = [.. examples.Where(e => !e.Answerable).Select(e => gate.Score(e.Seen)).Order()];
        return new GateReport(AreaUnder(with, without), Refused(with, without, 0.05), Refused(with, without, 0.1));
    }

    private static double Refused(double[] with, double[] without, double share) =>
        with.Length == 0 || without.Length == 0 ? 0 : without.Count(s => s < with[(int)(with.Length * share)]) / (double)without.Length;

    /// <summary>Both sorted: one walk over both.</summary>
    private static double AreaUnder(double[] with, double[] without)
    {
        double sum = 0;
        int below = 0, notAbove = 0;
        foreach (var score in with)
        {
            while (below < without.Length && without[below] < score) below++;
            while (notAbove < without.Length && without[notAbove] <= score) notAbove++;
            sum += (below + notAbove) / 2.0;
        }

        return with.Length == 0 || without.Length == 0 ? 0 : sum / with.Length / without.Length;
    }
}
