namespace PolicyQa.Evaluation;

/// <summary>How fast a run was. Percentiles are of single questions' own times, by nearest rank.</summary>
public sealed record Speed(double QuestionsPerSecond, TimeSpan P50, TimeSpan P95, TimeSpan P99)
{
    public static Speed Of(EvaluationOutcome outcome)
    {
        TimeSpan[] times = [.. outcome.Answers.Select(a => a.Elapsed).Order()];
        return new Speed(times.Length / outcome.Elapsed.TotalSeconds, Percentile(times, 50), Percentile(times, 95), Percentile(times, 99));
    }

    /// <summary>Nearest rank: the smallest value with at least <paramref name="percent"/> % of all values at or below it.</summary>
    internal static TimeSpan Percentile(IReadOnlyList<TimeSpan> sorted, int percent) =>
        sorted[Math.Max(0, (int)Math.Ceiling(percent / 100.0 * sorted.Count) - 1)];
}
