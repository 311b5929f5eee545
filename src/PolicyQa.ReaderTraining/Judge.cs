using PolicyQa.Comprehension;
using PolicyQa.Corpus;

namespace PolicyQa.ReaderTraining;

/// <summary>How well a model file reads, in the code that runs it: exact match and F1 as in CMRC 2018, the window given.</summary>
internal static class Judge
{
    public static string Report(string folder, string path)
    {
        var data = TrainingData.Read(folder);
        using var file = File.OpenRead(path);
        var model = new ReaderModel(file);
        var network = new ReaderNetwork(model);
        var sampler = new WindowSampler(model.Vocabulary, data.Passages);
        var random = new Random(1);
        double em = 0, f1 = 0;
        List<double> right = [], wrong = [];
        Sample[] judged = [.. data.HeldOut.Where(s => s.Answers.Count > 0)];
        foreach (var s in judged)
        {
            var window = sampler.Right(s, random, changed: false);
            var read = network.Read(window.Question, window.Passage);
            var said = Plain(Best(read.Start, read.End, window.Passage.Folded).Of(window.Passage.Folded));
            string[] golds = [.. s.Gold.Select(g => Plain(Analysis.CharacterFolding.Fold(g)))];
            em += golds.Contains(said, StringComparer.Ordinal) ? 1 : 0;
            f1 += golds.Max(g => F1(said, g));
            right.Add(None(read));
            if (sampler.Wrong(s, random, changed: false) is { } other) wrong.Add(None(network.Read(other.Question, other.Passage)));
        }

        var told = right.Average(r => wrong.Average(w => r < w ? 1.0 : 0));
        return FormattableString.Invariant($"held out {judged.Length}: EM {em / judged.Length:F3} F1 {f1 / judged.Length:F3}, right told from wrong windows (AUC) {told:F3}");
    }

    private static double None(ReaderScores scores) => scores.Start[0] - Total(scores.Start) + scores.End[0] - Total(scores.End);

    private static double Total(float[] x)
    {
        var most = x.Max();
        return most + Math.Log(x.Sum(v => Math.Exp(v - most)));
    }

    private static TextSpan Best(ReadOnlySpan<float> start, ReadOnlySpan<float> end, string text)
    {
        var (best, span) = (float.MinValue, default(TextSpan));
        for (var i = 0; i < text.Length; i++)
        {
            for (var k = i; k < Math.Min(text.Length, i + 60); k++)
            {
                if (start[i + 1] + end[k + 1] is var score && score > best) (best, span) = (score, new TextSpan(i, k + 1));
            }
        }

        return span;
    }

    private static string Plain(string s) => string.Concat(s.Where(char.IsLetterOrDigit));

    private static double F1(string a, string b)
    {
        var best = 0;
        var previous = new int[b.Length + 1];
        foreach (var x in a)
        {
            var current = new int[b.Length + 1];
            for (var j = 0; j < b.Length; j++)
            {
                current[j + 1] = x == b[j] ? previous[j] + 1 : 0;
                best = Math.Max(best, current[j + 1]);
            }

            previous = current;
        }

        return best == 0 ? 0 : 2.0 * best / (a.Length + b.Length);
    }
}
