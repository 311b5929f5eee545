using PolicyQa.Indexing;

namespace PolicyQa.Questions;

/// <summary>A question's vector and the vectors of passages that it can be held against.</summary>
/// <param name="Passages">Of the index that is being asked.</param>
/// <param name="Vector">Of length 1, of as many dimensions.</param>
public sealed record EmbeddedQuestion(PassageVectors Passages, ReadOnlyMemory<float> Vector);
