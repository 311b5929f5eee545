using PolicyQa.Corpus;

namespace PolicyQa.Answering;

/// <summary>An answer read out of evidence, before it is judged.</summary>
/// <param name="Evidence">The sentence it was read from.</param>
/// <param name="Highlights">The answering words, offsets into Evidence.Folded.</param>
/// <param name="Confidence">0–1, before the gate.</param>
internal sealed record Reading(Evidence Evidence, IReadOnlyList<TextSpan> Highlights, double Confidence)
{
    /// <summary>The answer where it is not simply the highlighted words (是, a department); null otherwise.</summary>
    public string? Said { get; init; }

    /// <summary>Further sentences that belong to the answer, in text order.</summary>
    public IReadOnlyList<Evidence> More { get; init; } = [];
}
