using System.Diagnostics;
using System.Diagnostics.Metrics;
using PolicyQa.Answering;
using PolicyQa.Questions;

namespace PolicyQa;

/// <summary>
/// What the engine tells of itself, by the platform's own means: questions, how long they took, how long each stage took; and the
/// stages as spans of a trace. Where nobody listens nothing is measured and nothing allocated. No text of a question is ever part of it.
/// </summary>
public static class EngineMeasures
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "PolicyQa.Engine";

    /// <summary>Upper bounds of the histograms' buckets, in seconds: questions take milliseconds.</summary>
    public static readonly IReadOnlyList<double> Seconds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = Seconds };
    private static readonly Counter<long> Questions = Meter.CreateCounter<long>("policyqa.questions", "{question}", "Questions answered, by status, kind and channel");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram("policyqa.question.duration", "s", "From question to extractive answer, by channel and status", null, Buckets);
    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram("policyqa.stage.duration", "s", "One run of a stage; a question may run a stage several times", null, Buckets);

    /// <summary>Somebody listens: measures or spans are made.</summary>
    internal static bool IsListenedTo => StageDuration.Enabled || Source.HasListeners();

    /// <summary>Begins to measure a stage; disposing of what comes back ends it.</summary>
    internal static StageTimer Stage(string name) =>
        IsListenedTo ? new StageTimer(name, Source.StartActivity(name), Stopwatch.GetTimestamp()) : default;

    internal static long Begin() => Questions.Enabled || Duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    internal static Activity? BeginTrace() => Source.StartActivity("ask");

    internal static void End(string stage, long begun) => StageDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    internal static void Answered(long begun, Activity? trace, string? channel, AnswerStatus status, QuestionKind kind)
    {
        trace?.SetTag("policyqa.status", StatusName(status)).SetTag("policyqa.kind", kind.ToString());
        // Who names no channel asks for its own ends (warming up, trying out) and is not counted.
        if (begun == 0 || channel is null) return;
        var (from, said) = (new KeyValuePair<string, object?>("channel", channel), new KeyValuePair<string, object?>("status", StatusName(status)));
        Questions.Add(1, said, new KeyValuePair<string, object?>("kind", kind.ToString()), from);
        Duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, from, said);
    }

    private static string StatusName(AnswerStatus status) => status switch
    {
        AnswerStatus.Answered => "answered",
        AnswerStatus.NotFound => "notFound",
        AnswerStatus.Clarify => "clarify",
        _ => "other",
    };
}
