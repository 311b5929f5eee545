using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>A promise as it stands in a sentence; spans are offsets into the sentence.</summary>
/// <param name="Words">Its own words.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Object">To what.</param>
/// <param name="Quantities">How much.</param>
/// <param name="Deadline">By when; null where nothing is said.</param>
internal sealed record Promise(TextSpan Words, string Action, string Object, IReadOnlyList<PromisedQuantity> Quantities, Deadline? Deadline);
