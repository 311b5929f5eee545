using PolicyQa.Corpus;

namespace PolicyQa.ReaderTraining;

/// <summary>A passage, folded, with its words.</summary>
internal sealed record TrainingPassage(string Id, string Text, IReadOnlyList<TextSpan> Words);
