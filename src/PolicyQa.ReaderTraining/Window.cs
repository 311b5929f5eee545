using PolicyQa.Comprehension;
using PolicyQa.Corpus;

namespace PolicyQa.ReaderTraining;

/// <summary>One reading to learn from or to judge: the texts, where the window begins in its passage, the right spans in it.</summary>
internal sealed record Window(ReaderText Question, ReaderText Passage, int Start, IReadOnlyList<TextSpan> Answers);
