using System.Diagnostics.Metrics;
using PolicyQa.Answering.Guarding;

namespace PolicyQa.App.Llm;

/// <summary>What operations count: wordings by outcome, sentences by what the guard said, what it cost.</summary>
internal sealed class LlmMetrics : IDisposable
{
    public const string Name = "PolicyQa.Llm";
    private readonly Meter meter = new(Name);
    private readonly Counter<long> wordings;
    private readonly Counter<long> sentences;
    private readonly Histogram<double> guard;

    public LlmMetrics()
    {
        wordings = meter.CreateCounter<long>("policyqa.llm.wordings", description: "Answers a model was to word, by outcome");
        sentences = meter.CreateCounter<long>("policyqa.llm.sentences", description: "Sentences of a model, by what the guard said");
        guard = meter.CreateHistogram<double>("policyqa.llm.guard.duration", "ms", "Time the guard took for one answer");
    }

    public void Wording(WordingOutcome outcome) => wordings.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    public void Sentence(GuardedSentence sentence) => sentences.Add(1, new KeyValuePair<string, object?>("verdict", sentence.Fault?.ToString() ?? "Kept"));

    public void Guard(TimeSpan took) => guard.Record(took.TotalMilliseconds);

    public void Dispose() => meter.Dispose();
}
