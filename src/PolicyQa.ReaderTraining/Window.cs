using PolicyQa.Comprehension;
using PolicyQa.Corpus;

namespace PolicyQa.ReaderTraining;

/// <summary>One reading to learn from or to judge: the texts, the right spans in the window.</summary>
internal sealed record Window(ReaderText Question, ReaderText Passage, IReadOnlyList<TextSpan> Answers);
