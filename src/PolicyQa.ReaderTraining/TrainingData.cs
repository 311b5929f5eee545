using PolicyQa.Analysis;
using PolicyQa.Comprehension;
using PolicyQa.Evaluation;

namespace PolicyQa.ReaderTraining;

/// <summary>The two sets that may be learnt from, with one article in twenty of CMRC's held out.</summary>
/// <param name="Training">Questions learnt from.</param>
/// <param name="HeldOut">Questions on articles that are not.</param>
/// <param name="Passages">Passages learnt from.</param>
/// <param name="Vocabulary">What is known of their characters and bigrams.</param>
/// <param name="Lost">Questions whose answer does not stand in their passage.</param>
internal sealed record TrainingData(IReadOnlyList<Sample> Training, IReadOnlyList<Sample> HeldOut, IReadOnlyList<TrainingPassage> Passages, ReaderVocabulary Vocabulary, int Lost)
{
    public static TrainingData Read(string folder)
    {
        var cutter = new WordCutter([]);
        var cmrc = QuestionSet.Read(folder, ReaderSplit.LearntFrom, cutter);
        var drcd = QuestionSet.Read(folder, "drcd-dev", cutter);
        var held = cmrc.Passages.Where((_, i) => ReaderSplit.HeldOut(i)).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        Sample[] heldOut = [.. cmrc.Samples.Where(s => held.Contains(s.Passage.Id))];
        Sample[] training = [.. cmrc.Samples.Where(s => !held.Contains(s.Passage.Id)).Concat(drcd.Samples).Where(s => s.Answers.Count > 0)];
        TrainingPassage[] passages = [.. cmrc.Passages.Where(p => !held.Contains(p.Id)).Concat(drcd.Passages)];
        return new TrainingData(training, heldOut, passages, VocabularyBuilder.Of([.. passages.Select(p => p.Text)], training.Select(s => s.Question)), cmrc.Lost + drcd.Lost);
    }
}
