using System.Diagnostics.Metrics;
using PolicyQa.App.Channels.Http;

namespace PolicyQa.App.Operations;

/// <summary>What the service tells of itself beside the engine's own: what it turned away, what failed, what it serves from.</summary>
internal sealed class ServiceMeasures
{
    public const string Name = "PolicyQa.App";

    private readonly Counter<long> rejected;
    private readonly Counter<long> errors;
    private readonly Counter<long> reviewed;
    private readonly Counter<long> reloads;

    public ServiceMeasures(IMeterFactory factory, EngineHost engines, AnswerPlaces places, Conversations conversations, TimeProvider time)
    {
        var meter = factory.Create(Name);
        rejected = meter.CreateCounter<long>("policyqa.rejected", "{request}", "Requests turned away with 429, by reason");
        errors = meter.CreateCounter<long>("policyqa.errors", "{error}", "Requests that failed by a fault of this program");
        reviewed = meter.CreateCounter<long>("policyqa.reviewed", "{question}", "Questions answered in officials' own words, by channel");
        reloads = meter.CreateCounter<long>("policyqa.reloads", "{reload}", "Corpus and settings read again, by outcome");
        // Zeros first, so that a rate is there from the first event on.
        foreach (var reason in Rejection.All) rejected.Add(0, new KeyValuePair<string, object?>("reason", reason));
        errors.Add(0);
        meter.CreateObservableGauge("policyqa.ready", () => engines.Current is null ? 0 : 1, null, "1 once an index is open");
        meter.CreateObservableGauge("policyqa.index.age", () => engines.Current?.BuiltAt is { } built ? [new((time.GetUtcNow() - built).TotalSeconds)] : Array.Empty<Measurement<double>>(), "s", "Since the index was built");
        meter.CreateObservableGauge("policyqa.index.passages", () => engines.Current?.Engine.PassageCount ?? 0, null, "Passages in the index");
        meter.CreateObservableGauge("policyqa.index.articles", () => engines.Current?.Engine.Articles.Count ?? 0, null, "Articles in the index");
        meter.CreateObservableGauge("policyqa.corpus.problems", () => engines.Current?.Engine.ProblemCount ?? 0, null, "Files and lines of the corpus that could not be read");
        meter.CreateObservableGauge("policyqa.questions.active", () => places.Taken, null, "Questions being worked on");
        meter.CreateObservableGauge("policyqa.questions.queued", () => places.Waiting, null, "Questions waiting for a place");
        meter.CreateObservableGauge("policyqa.conversations", () => conversations.Count, null, "Conversations remembered");
    }

    /// <summary>One of <see cref="Rejection"/>.</summary>
    public void Rejected(string reason) => rejected.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>One of <see cref="Channels.ChannelName"/>.</summary>
    public void Reviewed(string channel) => reviewed.Add(1, new KeyValuePair<string, object?>("channel", channel));

    public void Failed() => errors.Add(1);

    public void Reloaded(string what, bool done) =>
        reloads.Add(1, new KeyValuePair<string, object?>("what", what), new KeyValuePair<string, object?>("outcome", done ? "done" : "refused"));
}
