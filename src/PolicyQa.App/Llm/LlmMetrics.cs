using System.Diagnostics.Metrics;
using PolicyQa.Answering.Guarding;

namespace PolicyQa.App.Llm;

/// <summary>What operations count: wordings by outcome, sentences by what the guard said, what it cost.</summary>
internal sealed class LlmMetrics
{
    public const string Name = "PolicyQa.Llm";
    private readonly Counter<long> wordings;
    private readonly Counter<long> sentences;
    private readonly Histogram<double> guard;
    private readonly Histogram<double> duration;

    public LlmMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        duration = meter.CreateHistogram("policyqa.llm.duration", "s", "From extractive answer to the model's last word, by outcome", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40] });
        wordings = meter.CreateCounter<long>("policyqa.llm.wordings", description: "Answers a model was to word, by outcome");
        sentences = meter.CreateCounter<long>("policyqa.llm.sentences", description: "Sentences of a model, by what the guard said");
        guard = meter.CreateHistogram<double>("policyqa.llm.guard.duration", "ms", "Time the guard took for one answer");
    }

    public void Wording(WordingOutcome outcome, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("outcome", outcome.ToString());
        wordings.Add(1, tag);
        duration.Record(took.TotalSeconds, tag);
    }

    public void Sentence(GuardedSentence sentence) => sentences.Add(1, new KeyValuePair<string, object?>("verdict", sentence.Fault?.ToString() ?? "Kept"));

    public void Guard(TimeSpan took) => guard.Record(took.TotalMilliseconds);
}
