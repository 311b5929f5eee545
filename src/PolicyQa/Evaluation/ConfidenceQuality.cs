namespace PolicyQa.Evaluation;

/// <summary>How far confidences can be trusted, over all questions whose gold is known.</summary>
/// <param name="CalibrationError">Expected calibration error of the answers given, ten bins; 0–1.</param>
/// <param name="Curve">Risk and coverage, by rising threshold.</param>
public sealed record ConfidenceQuality(double CalibrationError, IReadOnlyList<RiskPoint> Curve)
{
    private const int Bins = 10;

    /// <summary>Curve and error of a run.</summary>
    /// <param name="questions">Number of questions with gold, refused ones among them; at least 1.</param>
    /// <param name="unanswerable">How many of them have no answer.</param>
    /// <param name="given">Each answer given: its confidence, whether it is right, and whether the question has an answer at all. One that has none has no right one.</param>
    internal static ConfidenceQuality Of(int questions, int unanswerable, IReadOnlyCollection<(double Confidence, bool Right, bool InVain)> given) => new(
        Error([.. given.Select(g => (g.Confidence, g.Right))]),
        [
            .. Enumerable.Range(0, Bins).Select(i => i / (double)Bins).Select(t =>
            {
                var kept = given.Where(g => g.Confidence >= t).ToArray();
                return new RiskPoint(t, questions, kept.Length, kept.Count(g => g.Right)) { Unanswerable = unanswerable, AnsweredInVain = kept.Count(g => g.InVain) };
            }),
        ]);

    /// <summary>Mean gap between confidence and share of right answers, bin by bin, weighted by the answers of each.</summary>
    private static double Error(IReadOnlyCollection<(double Confidence, bool Right)> given) =>
        given.GroupBy(g => Math.Min(Bins - 1, (int)(g.Confidence * Bins)))
            .Sum(bin => bin.Count() / (double)given.Count * Math.Abs(bin.Average(g => g.Confidence) - bin.Average(g => g.Right ? 1.0 : 0.0)));
}
