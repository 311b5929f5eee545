using PolicyQa.Corpus;
using PolicyQa.Passages;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>One sentence looked at as evidence, with how well it covers the question.</summary>
/// <param name="Article">Where it stands.</param>
/// <param name="Passage">Its passage.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Folded">Its text, folded; offsets plus Sentence.Start are canonical offsets.</param>
/// <param name="Around">Folded headline, department, speaker and section (of a long section the passage): what else may bear the question out.</param>
/// <param name="Here">Weighted share of the focus terms that the sentence itself holds, 0–1.</param>
/// <param name="Coverage">The same, counting section and headline for less, 0–1.</param>
/// <param name="Order">Rank of its passage in retrieval, 0 first.</param>
/// <param name="History">Share of the terms carried over from earlier questions, 0–1.</param>
internal sealed record Evidence(Article Article, Passage Passage, Sentence Sentence, string Folded, string Around, double Here, double Coverage, int Order, double History)
{
    /// <summary>Overall worth as a place to read, before any span is looked at.</summary>
    public double Score => 0.6 * Coverage + 0.4 * Here + 0.15 * History - 0.002 * Order;

    private Dictionary<FocusTerm, double>? _degrees;

    /// <summary>How far <see cref="Around"/> bears out a term; worked out once, however many readings the sentence has. One thread's.</summary>
    public double DegreeAround(FocusTerm term)
    {
        _degrees ??= new Dictionary<FocusTerm, double>(ReferenceEqualityComparer.Instance);
        if (!_degrees.TryGetValue(term, out var degree)) _degrees[term] = degree = TermMatch.Degree(term, Around);
        return degree;
    }

    public TextSpan ToCanonical(TextSpan span) => new(span.Start + Sentence.Start, span.End + Sentence.Start);
}
