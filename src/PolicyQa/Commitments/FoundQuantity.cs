using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>A promised quantity and where it stands in the sentence, bounds included.</summary>
internal readonly record struct FoundQuantity(TextSpan Span, PromisedQuantity Quantity);
