using PolicyQa.Retrieval;

namespace PolicyQa.Answering;

/// <summary>A possible answer, and what the gate thought of it.</summary>
/// <param name="Text">The words, verbatim.</param>
/// <param name="Sentence">The sentence it was read from.</param>
/// <param name="Score">The reader's confidence, before the gate.</param>
/// <param name="Factors">What the gate held against it (or for it), in the order of judging.</param>
/// <param name="Features">Where a learnt model judged: what its features added.</param>
/// <param name="Confidence">After the gate; compared with the threshold.</param>
public sealed record ExplainedSpan(string Text, ExplainedSentence Sentence, double Score, IReadOnlyList<GateFactor> Factors, IReadOnlyList<Contribution> Features, double Confidence);
