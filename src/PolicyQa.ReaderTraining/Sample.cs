using PolicyQa.Corpus;

namespace PolicyQa.ReaderTraining;

/// <summary>A question with one passage; <paramref name="Answers"/> are the spans that answer it, none where it does not.</summary>
internal sealed record Sample(string Question, IReadOnlyList<TextSpan> QuestionWords, TrainingPassage Passage, IReadOnlyList<TextSpan> Answers, IReadOnlyList<string> Gold);
