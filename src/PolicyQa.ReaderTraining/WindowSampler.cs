using PolicyQa.Comprehension;
using PolicyQa.Corpus;

namespace PolicyQa.ReaderTraining;

/// <summary>Cuts windows for training: with the answer in it, and such as look right and are not.</summary>
internal sealed class WindowSampler(ReaderVocabulary vocabulary, int longest)
{
    /// <summary>Share of characters made unknown.</summary>
    private const double Forgotten = 0.06;

    private Dictionary<(char, char), List<TrainingPassage>> _index = [];

    public void Pool(IEnumerable<TrainingPassage> passages)
    {
        _index = [];
        foreach (var p in passages)
        {
            foreach (var b in Bigrams(p.Text)) (_index.TryGetValue(b, out var list) ? list : _index[b] = []).Add(p);
        }
    }

    /// <summary>A window that holds one of the answers, at a random place in it.</summary>
    public Window Right(Sample s, Random random)
    {
        var answer = s.Answers[random.Next(s.Answers.Count)];
        return Cut(s, s.Passage, answer, random, keep: true);
    }

    /// <summary>A window without an answer: the answer's sentence struck out, another part of the passage, or another passage near to the question.</summary>
    public Window? Wrong(Sample s, Random random)
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

                    return Cut(s, new TrainingPassage(s.Passage.Id, rest, words), new TextSpan(Math.Min(from, rest.Length - 1), Math.Min(from, rest.Length - 1)), random, keep: false);
                }

            default:
                {
                    Dictionary<TrainingPassage, double> scores = [];
                    foreach (var b in Bigrams(s.Question))
                    {
                        if (!_index.TryGetValue(b, out var list) || list.Count > 300) continue;
                        foreach (var p in list) scores[p] = scores.GetValueOrDefault(p) + 1.0 / Math.Log(2 + list.Count);
                    }

                    var near = scores.Where(x => x.Key.Id != s.Passage.Id && !s.Gold.Any(g => x.Key.Text.Contains(PolicyQa.Analysis.CharacterFolding.Fold(g), StringComparison.Ordinal)))
                        .OrderByDescending(x => x.Value).ThenBy(x => x.Key.Id, StringComparer.Ordinal).Take(5).Select(x => x.Key).ToArray();
                    if (near.Length == 0) return null;
                    var other = near[random.Next(near.Length)];
                    var best = Enumerable.Range(0, Math.Max(1, other.Text.Length / 40)).Select(i => i * 40)
                        .MaxBy(i => Bigrams(other.Text.Substring(i, Math.Min(120, other.Text.Length - i))).Count(b => s.Question.Contains($"{b.Item1}{b.Item2}", StringComparison.Ordinal)));
                    return Cut(s, other, new TextSpan(best, Math.Min(other.Text.Length, best + 100)), random, keep: false);
                }
        }
    }

    /// <summary>The whole passage, or its first <paramref name="most"/> characters.</summary>
    public Window Whole(Sample s, int most)
    {
        var text = s.Passage.Text.Length <= most ? s.Passage.Text : s.Passage.Text[..most];
        var (q, p) = ReaderFeatures.Of(vocabulary, s.Question, s.QuestionWords, text, [.. s.Passage.Words.Where(w => w.End <= text.Length)]);
        return new Window(q, p, 0, [.. s.Answers.Where(a => a.End <= text.Length)]);
    }

    private Window Cut(Sample s, TrainingPassage passage, TextSpan around, Random random, bool keep)
    {
        var length = Math.Min(passage.Text.Length, random.Next(longest / 2, longest + 1));
        var low = Math.Max(0, Math.Min(around.End, passage.Text.Length) - length);
        var high = Math.Min(around.Start, passage.Text.Length - length);
        var start = low >= high ? Math.Max(0, Math.Min(low, passage.Text.Length - length)) : random.Next(low, high + 1);
        var text = passage.Text.Substring(start, length);
        var words = passage.Words.Where(w => w.Start >= start && w.End <= start + length).Select(w => new TextSpan(w.Start - start, w.End - start)).ToArray();
        var (q, p) = ReaderFeatures.Of(vocabulary, s.Question, s.QuestionWords, text, words);
        Forget(q, p, random);
        TextSpan[] answers = keep ? [.. s.Answers.Where(a => a.Start >= start && a.End <= start + length).Select(a => new TextSpan(a.Start - start, a.End - start))] : [];
        return new Window(q, p, start, answers);
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
