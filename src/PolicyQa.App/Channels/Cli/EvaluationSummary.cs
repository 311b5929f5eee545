using System.Diagnostics;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels.Cli;

/// <summary>Quality and speed of a run, for people; what the question set gives no gold for is left out.</summary>
internal static class EvaluationSummary
{
    public static void Write(IReadOnlyList<EvaluationQuestion> questions, EvaluationOutcome outcome, TextWriter output)
    {
        var speed = Speed.Of(outcome);
        var quality = Quality.Of(questions, outcome.Answers);
        output.WriteLine($"问题        {questions.Count}（已答 {quality.Answered}，未答 {quality.Refused}）");
        output.WriteLine($"速度        {speed.QuestionsPerSecond:0.0} 问/秒");
        output.WriteLine($"用时        p50 {Ms(speed.P50)}，p95 {Ms(speed.P95)}，p99 {Ms(speed.P99)}");
        output.WriteLine($"内存峰值    {PeakMegabytes()} MB");
        if (quality.Answers is { } a)
        {
            output.WriteLine($"答对        {a.Right}/{a.Questions}（{a.RightShare:0.0000}）");
            output.WriteLine($"EM          {a.ExactMatch:0.0000}");
            output.WriteLine($"F1          {a.F1:0.0000}");
        }

        if (quality.Refusals is { } r) output.WriteLine($"应拒而拒    {r.Refused}/{r.Questions}（{r.RefusedShare:0.0000}）");
        if (quality.Ranking is { } k)
        {
            output.WriteLine($"R@1         {k.RecallAt1:0.0000}");
            output.WriteLine($"R@5         {k.RecallAt5:0.0000}");
            output.WriteLine($"R@10        {k.RecallAt10:0.0000}");
            output.WriteLine($"MRR@10      {k.Mrr10:0.0000}");
        }

        if (quality.Confidence is { } c) WriteConfidence(c, output);
        foreach (var kind in quality.Kinds) output.WriteLine($"题型        {kind.Kind}：对 {kind.Right}/{kind.Questions}（{kind.RightShare:0.0000}），已答 {kind.Answered}");
    }

    private static void WriteConfidence(ConfidenceQuality confidence, TextWriter output)
    {
        output.WriteLine($"ECE         {confidence.CalibrationError:0.0000}（已答的，10 档）");
        // Thresholds below the one that was set change nothing: what it held back was not answered.
        output.WriteLine("门槛    回答率    答错率    答对率    应拒而拒");
        foreach (var point in confidence.Curve)
            output.WriteLine($"{point.Threshold:0.0}     {point.Coverage,7:0.0000}   {point.Risk,7:0.0000}   {1 - point.Risk,7:0.0000}   {(point.RefusedShare is { } refused ? $"{refused,7:0.0000}" : "      –")}");
    }

    private static string Ms(TimeSpan time) => $"{time.TotalMilliseconds:0.00} ms";

    private static long PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }
}
