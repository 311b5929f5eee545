using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Evaluation;

namespace PolicyQa.ReaderTraining;

/// <summary>A public question set made into samples.</summary>
internal sealed class QuestionSet
{
    private QuestionSet(List<TrainingPassage> passages, List<Sample> samples, int lost) => (Passages, Samples, Lost) = (passages, samples, lost);

    public List<TrainingPassage> Passages { get; }

    public List<Sample> Samples { get; }

    /// <summary>Questions whose answer does not stand in their passage.</summary>
    public int Lost { get; }

    public static QuestionSet Read(string folder, string name, WordCutter cutter)
    {
        var passages = PassageFile.Read(Path.Combine(folder, name + ".passages.jsonl.gz"))
            .Select(a => (a.Id, Text: CharacterFolding.Fold(a.Text)))
            .Select(a => new TrainingPassage(a.Id, a.Text, cutter.Cut(a.Text)))
            .ToList();
        var byId = passages.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var lost = 0;
        List<Sample> samples = [];
        foreach (var q in QuestionFile.Read(Path.Combine(folder, name + ".questions.jsonl.gz"), 1))
        {
            if (q.Gold.PassageIds.Count == 0 || q.Gold.Answers.Count == 0) continue;
            var passage = byId[q.Gold.PassageIds.First()];
            var question = CharacterFolding.Fold(q.Request.Question);
            var spans = Spans(question, passage.Text, q.Gold.Answers);
            if (spans.Count == 0) lost++;
            samples.Add(new Sample(question, cutter.Cut(question), passage, spans, [.. q.Gold.Answers]));
        }

        return new QuestionSet(passages, samples, lost);
    }

    /// <summary>Where the answer stands; of several places those whose surroundings share most with the question.</summary>
    private static List<TextSpan> Spans(string question, string text, IEnumerable<string> answers)
    {
        var bigrams = Enumerable.Range(0, Math.Max(0, question.Length - 1)).Select(i => question.Substring(i, 2)).ToHashSet(StringComparer.Ordinal);
        List<(TextSpan Span, int Score)> found = [];
        foreach (var answer in answers.Select(a => CharacterFolding.Fold(a).Trim().TrimEnd('。', ',', ';')).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal))
        {
            for (var at = text.IndexOf(answer, StringComparison.Ordinal); at >= 0; at = text.IndexOf(answer, at + 1, StringComparison.Ordinal))
            {
                var (from, to) = (Math.Max(0, at - 40), Math.Min(text.Length, at + answer.Length + 40));
                found.Add((new TextSpan(at, at + answer.Length), bigrams.Count(b => text.AsSpan(from, to - from).Contains(b, StringComparison.Ordinal))));
            }
        }

        return found.Count == 0 ? [] : [.. found.Where(f => f.Score == found.Max(x => x.Score)).Select(f => f.Span).Distinct()];
    }
}
