using PolicyQa.Indexing;
using PolicyQa.Questions;
using PolicyQa.Retrieval;

namespace PolicyQa.Answering;

/// <summary>
/// Notes what happened to one question, for whoever asked why. Everywhere else it is null and costs nothing, so callers
/// write <c>trace?.Span(…)</c> and compute nothing for it beforehand.
/// </summary>
internal sealed class Trace
{
    private const int SentencesShown = 5;
    private const int SpansShown = 8;

    private readonly List<Evidence> _sentences = [];
    private readonly List<(Reading Reading, GateFactor[] Factors, Contribution[] Features, double Confidence)> _spans = [];
    private readonly List<GateFactor> _factors = [];
    private readonly List<Contribution> _features = [];
    private (VerdictReason Reason, string? Subject) _verdict = (VerdictReason.NoReading, null);

    /// <summary>What the search did.</summary>
    public SearchTrace Search { get; } = new();

    public void Sentences(IEnumerable<Evidence> evidence) => _sentences.AddRange(evidence);

    /// <summary>The reading being judged was multiplied by <paramref name="factor"/>.</summary>
    public void Factor(string name, string? subject, double factor) => _factors.Add(new GateFactor(name, subject, Math.Round(factor, 4)));

    /// <summary>A learnt judge added <paramref name="value"/> × <paramref name="weight"/> for the reading being judged.</summary>
    public void Feature(string name, double value, double weight) => _features.Add(new Contribution(name, Math.Round(value, 4), Math.Round(weight, 4)));

    /// <summary>A reading judged; takes the factors and features noted since the last one.</summary>
    public void Span(Reading reading, double confidence)
    {
        _spans.Add((reading, [.. _factors], [.. _features], confidence));
        _factors.Clear();
        _features.Clear();
    }

    /// <summary>The last word said counts.</summary>
    public void Verdict(VerdictReason reason, string? subject = null) => _verdict = (reason, subject);

    /// <summary>All that was noted.</summary>
    /// <param name="question">As answered.</param>
    /// <param name="alone">The same words understood without the conversation before them.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="snapshot">What was searched.</param>
    /// <param name="threshold">What it took to be answered.</param>
    public Explanation Explain(Question question, Question alone, AnswerStatus status, IndexSnapshot snapshot, double threshold)
    {
        // A stable sort: readings equally sure stay in the order in which they were read.
        var spans = _spans.OrderByDescending(s => s.Confidence)
            .Select(s => new ExplainedSpan(AnswerWriter.Words(s.Reading), ExplainedSentence.Of(s.Reading.Evidence), Math.Round(s.Reading.Confidence, 4), s.Factors, s.Features, Math.Round(s.Confidence, 4)))
            .DistinctBy(s => (s.Text, s.Sentence.ArticleId, s.Sentence.Start))
            .Take(SpansShown)
            .ToArray();
        var sentences = _sentences.DistinctBy(e => (e.Article.Id, e.Sentence.Start)).OrderByDescending(e => e.Score).Take(SentencesShown).Select(ExplainedSentence.Of);
        return new Explanation(
            ExplainedQuestion.Of(question, alone),
            Search.Articles(snapshot),
            Search.Passages(snapshot),
            [.. sentences],
            spans,
            new Verdict(status, _verdict.Reason, spans.Length == 0 ? null : spans[0].Confidence, threshold, _verdict.Subject));
    }
}
