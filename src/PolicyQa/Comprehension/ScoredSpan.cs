using PolicyQa.Corpus;

namespace PolicyQa.Comprehension;

/// <summary>A span of a window, with the logarithm of how likely it is the answer; at most 0.</summary>
internal readonly record struct ScoredSpan(TextSpan Span, float Score);
