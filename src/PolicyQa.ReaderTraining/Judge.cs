using System.Text;
using PolicyQa.Corpus;
using static TorchSharp.torch;

namespace PolicyQa.ReaderTraining;

/// <summary>Exact match and F1, the passage given, as in CMRC 2018; and how well the no-answer score tells.</summary>
internal static class Judge
{
    public static (double Em, double F1) Score(ReaderNet net, WindowSampler sampler, IReadOnlyList<Sample> samples, int most)
    {
        net.eval();
        using var _ = no_grad();
        double em = 0, f1 = 0;
        var windows = samples.Select(s => (Sample: s, Window: sampler.Whole(s, most))).OrderBy(w => w.Window.Passage.Length).ToArray();
        for (var i = 0; i < windows.Length; i += 16)
        {
            using var scope = NewDisposeScope();
            var part = windows.Skip(i).Take(16).ToArray();
            var (start, end) = net.Score(new Batch([.. part.Select(w => (w.Window.Question, w.Window.Passage))]));
            var (s, e) = (start.data<float>().ToArray(), end.data<float>().ToArray());
            var columns = (int)start.shape[1];
            for (var k = 0; k < part.Length; k++)
            {
                var span = Best(s.AsSpan(k * columns, columns), e.AsSpan(k * columns, columns), part[k].Window.Passage.Folded);
                var said = Plain(span.Of(part[k].Window.Passage.Folded));
                var golds = part[k].Sample.Gold.Select(g => Plain(PolicyQa.Analysis.CharacterFolding.Fold(g))).ToArray();
                em += golds.Contains(said) ? 1 : 0;
                f1 += golds.Max(g => F1(said, g));
            }
        }

        net.train();
        return (em / samples.Count, f1 / samples.Count);
    }

    /// <summary>The greatest difference between this network's scores and those of the plain one read back from its file.</summary>
    public static double Difference(ReaderNet net, WindowSampler sampler, Sample sample, string path, PolicyQa.Comprehension.ReaderVocabulary vocabulary, ReaderShape shape)
    {
        Export.Write(path, net, vocabulary, shape);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        // The file keeps these as bytes; compared is what it keeps, and what is learnt stays as it is.
        var rounded = new[] { net.named_parameters().Single(x => x.name == "_characters.weight").parameter, net.Bigrams };
        var kept = rounded.Select(t => t.detach().clone()).ToArray();
        foreach (var t in rounded) t.copy_(Export.Rounded(t));
        using var stream = File.OpenRead(path);
        var plain = new PolicyQa.Comprehension.ReaderNetwork(new PolicyQa.Comprehension.ReaderModel(stream));
        var window = sampler.Whole(sample, 300);
        net.eval();
        var (start, end) = net.Score(new Batch([(window.Question, window.Passage)]));
        var read = plain.Read(window.Question, window.Passage);
        net.train();
        foreach (var (t, was) in rounded.Zip(kept)) t.copy_(was);
        var (s, e) = (start.data<float>().ToArray(), end.data<float>().ToArray());
        return s.Zip(read.Start).Concat(e.Zip(read.End)).Max(p => Math.Abs(p.First - p.Second));
    }

    public static TextSpan Best(ReadOnlySpan<float> start, ReadOnlySpan<float> end, string text)
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

    private static string Plain(string s)
    {
        var b = new StringBuilder();
        foreach (var c in s) if (char.IsLetterOrDigit(c)) b.Append(c);
        return b.ToString();
    }

    private static double F1(string a, string b)
    {
        int best = 0;
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
