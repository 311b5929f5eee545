using PolicyQa.Comprehension;
using PolicyQa.Corpus;

namespace PolicyQa.ReaderTraining;

/// <summary>Cuts windows for training: with the answer in it, and such as look right and are not.</summary>
internal sealed class WindowSampler
{
    /// <summary>Share of characters made unknown.</summary>
    private const double Forgotten = 0.06;

    /// <summary>Share of questions that lose a word.</summary>
    private const double Shortened = 0.2;

    private readonly ReaderVocabulary _vocabulary;
    private readonly Dictionary<(char, char), List<TrainingPassage>> _index = [];

    /// <summary>A sampler over these passages.</summary>
    /// <param name="vocabulary">The characters and bigrams that are known.</param>
    /// <param name="passages">Where windows without an answer come from.</param>
    public WindowSampler(ReaderVocabulary vocabulary, IEnumerable<TrainingPassage> passages)
    {
        _vocabulary = vocabulary;
        foreach (var p in passages)
        {
            foreach (var b in Bigrams(p.Text)) (_index.TryGetValue(b, out var list) ? list : _index[b] = []).Add(p);
        }
    }

    /// <summary>A window that holds one of the answers, at a random place in it.</summary>
    public Window Right(Sample s, Random random, bool changed = true)
    {
        var answer = s.Answers[random.Next(s.Answers.Count)];
        return Cut(s, s.Passage, answer, random, keep: true, changed);
    }

    /// <summary>A window of another passage near to the question, whatever it holds.</summary>
    public Window? Near(Sample s, Random random) => Nearest(s, 10, p => p.Id != s.Passage.Id) is [_, ..] near ? Likeliest(s, near[random.Next(near.Length)], random, true) : null;

    /// <summary>A window without an answer: the answer's sentence struck out, or another passage near to the question.</summary>
    public Window? Wrong(Sample s, Random random, bool changed = true)
    {
        switch (random.Next(4))
        {
            case 0 or 1:
                {
                    var text = s.Passage.Text;
                    var a = s.Answers[random.Next(s.Answers.Count)];
                    var from = text.LastIndexOfAny(['。', '!', '?', '\n'], Math.Max(0, a.Start - 1)) + 1;
                    var to = text.IndexOfAny(['。', '!', '?', '\n'], a.End - 1);
                    to = to < 0 ? text.Length : to + 1;
                    var rest = text.Remove(from, to - from);
                    if (rest.Length < 20 || s.Gold.Any(g => rest.Contains(PolicyQa.Analysis.CharacterFolding.Fold(g), StringComparison.Ordinal))) return null;
                    List<TextSpan> words = [];
                    foreach (var w in s.Passage.Words)
                    {
                        if (w.End <= from) words.Add(w);
                        else if (w.Start >= to) words.Add(new TextSpan(w.Start - (to - from), w.End - (to - from)));
                    }

                    return Cut(s, new TrainingPassage(s.Passage.Id, rest, words), new TextSpan(Math.Min(from, rest.Length - 1), Math.Min(from, rest.Length - 1)), random, keep: false, changed);
                }

            default:
                {
                    var near = Nearest(s, 5, p => p.Id != s.Passage.Id && !s.Gold.Any(g => p.Text.Contains(PolicyQa.Analysis.CharacterFolding.Fold(g), StringComparison.Ordinal)));
                    return near.Length == 0 ? null : Likeliest(s, near[random.Next(near.Length)], random, changed);
                }
        }
    }

    private TrainingPassage[] Nearest(Sample s, int most, Func<TrainingPassage, bool> which)
    {
        Dictionary<TrainingPassage, double> scores = [];
        foreach (var b in Bigrams(s.Question))
        {
            if (!_index.TryGetValue(b, out var list) || list.Count > 300) continue;
            foreach (var p in list) scores[p] = scores.GetValueOrDefault(p) + 1.0 / Math.Log(2 + list.Count);
        }

        return [.. scores.OrderByDescending(x => x.Value).ThenBy(x => x.Key.Id, StringComparer.Ordinal).Select(x => x.Key).Where(which).Take(most)];
    }

    /// <summary>Around the part that shares most with the question.</summary>
    private Window Likeliest(Sample s, TrainingPassage other, Random random, bool changed)
    {
        var best = Enumerable.Range(0, Math.Max(1, other.Text.Length / 40)).Select(i => i * 40)
            .MaxBy(i => Bigrams(other.Text.Substring(i, Math.Min(120, other.Text.Length - i))).Count(b => s.Question.Contains($"{b.Item1}{b.Item2}", StringComparison.Ordinal)));
        return Cut(s, other, new TextSpan(best, Math.Min(other.Text.Length, best + 100)), random, keep: false, changed);
    }

    private Window Cut(Sample s, TrainingPassage passage, TextSpan around, Random random, bool keep, bool changed)
    {
        var length = Math.Min(passage.Text.Length, random.Next(WindowFile.Passage / 2, WindowFile.Passage + 1));
        var low = Math.Max(0, Math.Min(around.End, passage.Text.Length) - length);
        var high = Math.Min(around.Start, passage.Text.Length - length);
        var start = low >= high ? Math.Max(0, Math.Min(low, passage.Text.Length - length)) : random.Next(low, high + 1);
        var text = passage.Text.Substring(start, length);
        var words = passage.Words.Where(w => w.Start >= start && w.End <= start + length).Select(w => new TextSpan(w.Start - start, w.End - start)).ToArray();
        var (question, questionWords) = changed && random.NextDouble() < Shortened ? Shorten(s, random) : (s.Question, s.QuestionWords);
        var (q, p) = ReaderFeatures.Of(_vocabulary, question, questionWords, text, words);
        if (changed) Forget(q, p, random);
        TextSpan[] answers = keep ? [.. s.Answers.Where(a => a.Start >= start && a.End <= start + length).Select(a => new TextSpan(a.Start - start, a.End - start))] : [];
        return new Window(q, p, answers);
    }

    /// <summary>The question without one of its words, so that not every word need stand in the text; what is asked for stays.</summary>
    private static (string Question, IReadOnlyList<TextSpan> Words) Shorten(Sample s, Random random)
    {
        var asked = ReaderFeatures.AskedPart(s.Question);
        var guarded = asked.Length == 0 ? default : new TextSpan(Math.Max(0, asked.Start - 3), asked.End);
        TextSpan[] free = [.. s.QuestionWords.Where(w => w.Length > 1 && !w.Overlaps(guarded))];
        if (free.Length < 2) return (s.Question, s.QuestionWords);
        var gone = free[random.Next(free.Length)];
        return (s.Question.Remove(gone.Start, gone.Length),
            [.. s.QuestionWords.Where(w => w != gone).Select(w => w.Start < gone.Start ? w : new TextSpan(w.Start - gone.Length, w.End - gone.Length))]);
    }

    /// <summary>Some characters become unknown ones in both texts: what is asked in words never seen must be read by its surroundings.</summary>
    private static void Forget(ReaderText question, ReaderText passage, Random random)
    {
        var forgotten = question.Folded.Concat(passage.Folded).Distinct().Where(_ => random.NextDouble() < Forgotten).ToHashSet();
        foreach (var text in new[] { question, passage })
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (!forgotten.Contains(text.Folded[i])) continue;
                text.Characters[i] = text.Bigrams[i] = text.Bigrams[i + 1] = 0;
            }
        }
    }

    private static HashSet<(char, char)> Bigrams(string text)
    {
        HashSet<(char, char)> found = [];
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i + 1])) found.Add((text[i], text[i + 1]));
        }

        return found;
    }
}
