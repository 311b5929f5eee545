using System.Text;
using PolicyQa.Comprehension;

namespace PolicyQa.ReaderTraining;

/// <summary>Makes what train.py learns from: the vocabulary, the passages as ids (for vectors of bigrams), and rounds of windows, each round of its own seed.</summary>
internal static class Preparation
{
    /// <summary>Windows without an answer, and with whatever answer a teacher sees in them, beside each with one.</summary>
    private const double WrongShare = 0.5;
    private const double UnlabelledShare = 0.35;

    public static void Run(string folder, string output, int rounds)
    {
        Directory.CreateDirectory(output);
        var data = TrainingData.Read(folder);
        Console.WriteLine($"training {data.Training.Count} (lost {data.Lost}), held out {data.HeldOut.Count}, characters {data.Vocabulary.Characters.Length}, bigrams {data.Vocabulary.Bigrams.Length / 2}");
        Vocabulary(Path.Combine(output, "vocabulary.bin"), data.Vocabulary);
        Passages(Path.Combine(output, "passages.bin"), data);
        var sampler = new WindowSampler(data.Vocabulary, data.Passages);
        Parallel.For(0, rounds + 1, round =>
        {
            if (round == 0) Judged(Path.Combine(output, "held-out.bin"), sampler, data);
            else Round(Path.Combine(output, $"round-{round:00}.bin"), sampler, data, new Random(round));
        });
    }

    private static void Round(string path, WindowSampler sampler, TrainingData data, Random random)
    {
        using var file = new WindowFile(path);
        var ordinals = data.Passages.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
        foreach (var s in data.Training.Select(s => (s, k: random.Next())).OrderBy(x => x.k).Select(x => x.s))
        {
            var passage = ordinals[s.Passage];
            file.Write(sampler.Right(s, random), WindowKind.Right, passage);
            if (random.NextDouble() < WrongShare && sampler.Wrong(s, random) is { } wrong) file.Write(wrong, WindowKind.Wrong, passage);
            if (random.NextDouble() < UnlabelledShare && sampler.Near(s, random) is { } near) file.Write(near, WindowKind.Unlabelled, passage);
        }
    }

    /// <summary>As many right as wrong windows of articles that are not learnt from, nothing in them changed.</summary>
    private static void Judged(string path, WindowSampler sampler, TrainingData data)
    {
        var random = new Random(1);
        using var file = new WindowFile(path);
        foreach (var s in data.HeldOut.Where(s => s.Answers.Count > 0))
        {
            file.Write(sampler.Right(s, random, changed: false), WindowKind.Right, 0);
            if (sampler.Wrong(s, random, changed: false) is { } wrong) file.Write(wrong, WindowKind.Wrong, 0);
        }
    }

    /// <summary>As ReaderModel reads it: the head of the model file.</summary>
    private static void Vocabulary(string path, ReaderVocabulary vocabulary)
    {
        using var w = new BinaryWriter(File.Create(path), Encoding.UTF8);
        w.Write("PQREADER3");
        w.Write(vocabulary.Characters);
        w.Write(vocabulary.Bigrams);
        foreach (var r in vocabulary.Rarities) w.Write((byte)Math.Round(r * 255));
    }

    /// <summary>Bigram ids of each passage, 65535 behind it.</summary>
    private static void Passages(string path, TrainingData data)
    {
        using var w = new BinaryWriter(File.Create(path));
        foreach (var p in data.Passages)
        {
            for (var i = 0; i + 1 < p.Text.Length; i++) w.Write((ushort)data.Vocabulary.Id(p.Text[i], p.Text[i + 1]));
            w.Write(ushort.MaxValue);
        }
    }
}
