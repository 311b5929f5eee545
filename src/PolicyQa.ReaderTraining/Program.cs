using System.Diagnostics;
using System.Globalization;
using PolicyQa.Analysis;
using PolicyQa.ReaderTraining;
using static TorchSharp.torch;

// dotnet run -c Release -- DATA-FOLDER OUTPUT [epochs] [extra sets to watch, comma separated]
var (folder, output) = (args[0], args[1]);
var epochs = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 10;
var watch = args.Length > 3 ? args[3].Split(',') : [];
var width = int.Parse(Environment.GetEnvironmentVariable("READER_WIDTH") ?? "96", CultureInfo.InvariantCulture);
var limit = int.Parse(Environment.GetEnvironmentVariable("READER_LIMIT") ?? "0", CultureInfo.InvariantCulture);
set_num_threads(1);
random.manual_seed(1);
var draw = new Random(1);

var cutter = new WordCutter([]);
var cmrc = QuestionSet.Read(folder, "cmrc-train", cutter);
var drcd = QuestionSet.Read(folder, "drcd-dev", cutter);
Console.WriteLine($"cmrc {cmrc.Samples.Count} lost {cmrc.Lost}; drcd {drcd.Samples.Count} lost {drcd.Lost}");
var held = cmrc.Passages.Where((_, i) => PolicyQa.Evaluation.ReaderSplit.HeldOut(i)).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
var dev = cmrc.Samples.Where(s => held.Contains(s.Passage.Id)).ToList();
var training = cmrc.Samples.Where(s => !held.Contains(s.Passage.Id)).Concat(drcd.Samples).Where(s => s.Answers.Count > 0).ToList();
if (limit > 0) training = training.Take(limit).ToList();
var passages = cmrc.Passages.Where(p => !held.Contains(p.Id)).Concat(drcd.Passages).ToList();
var vocabulary = VocabularyBuilder.Of([.. passages.Select(p => p.Text)], training.Select(s => s.Question));
Console.WriteLine($"training {training.Count}, held out {dev.Count}, characters {vocabulary.Characters.Length}, bigrams {vocabulary.Bigrams.Length / 2}");
var clock = Stopwatch.StartNew();
var vectors = BigramVectors.Of(vocabulary, [.. passages.Select(p => p.Text)], 48, 6000);
Console.WriteLine($"bigram vectors {clock.Elapsed.TotalSeconds:F0} s");
var shape = new ReaderShape(width, 64, 48, [1, 1], [1, 2, 4], [8, 2, 1]);
var net = new ReaderNet(vocabulary, vectors, shape, 0.15);
var sampler = new WindowSampler(vocabulary, 208);
sampler.Pool(passages);
var parameters = net.parameters().Where(p => p.requires_grad).ToArray();
Console.WriteLine($"weights {parameters.Sum(p => p.numel())}");
var average = parameters.Select(p => p.detach().clone()).ToArray();
var optimizer = optim.AdamW(parameters, 1e-3, weight_decay: 0.01);
const int Size = 32;
var steps = epochs * (int)(training.Count * 1.3 / Size);
var step = 0;
var watched = watch.Select(n => (n, QuestionSet.Read(folder, n, cutter).Samples.Where((s, i) => s.Answers.Count > 0).Take(600).ToList())).ToArray();
for (var epoch = 0; epoch < epochs; epoch++)
{
    var order = training.Select((s, i) => (s, k: draw.Next())).OrderBy(x => x.k).Select(x => x.s).ToArray();
    List<PolicyQa.ReaderTraining.Window> windows = [];
    double loss = 0; var count = 0; clock.Restart(); double featurising = 0;
    for (var from = 0; from < order.Length; from += 512)
    {
        var f = Stopwatch.GetTimestamp();
        windows.Clear();
        foreach (var s in order.Skip(from).Take(512))
        {
            windows.Add(sampler.Right(s, draw));
            if (draw.NextDouble() < 0.33 && sampler.Wrong(s, draw) is { } wrong) windows.Add(wrong);
        }

        featurising += Stopwatch.GetElapsedTime(f).TotalSeconds;
        var batches = windows.OrderBy(w => w.Passage.Length).Chunk(Size).OrderBy(_ => draw.Next()).ToArray();
        foreach (var batch in batches)
        {
            var rate = Math.Min(1, (step + 1) / 300.0) * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, step / (double)steps))) + 0.01;
            foreach (var g in optimizer.ParamGroups) g.LearningRate = 1e-3 * rate;
            using var scope = NewDisposeScope();
            var (start, end) = net.Score(new Batch([.. batch.Select(w => (w.Question, w.Passage))]));
            var l = Loss(start, [.. batch.Select(w => w.Answers.Select(a => a.Start + 1).ToArray())]) + Loss(end, [.. batch.Select(w => w.Answers.Select(a => a.End).ToArray())]);
            optimizer.zero_grad();
            l.backward();
            nn.utils.clip_grad_norm_(parameters, 5);
            optimizer.step();
            step++;
            var decay = Math.Min(0.998, (1 + step) / (10.0 + step));
            using (no_grad())
            {
                for (var i = 0; i < parameters.Length; i++) average[i].mul_(decay).add_(parameters[i].detach(), 1 - decay);
            }

            loss += l.item<float>();
            count++;
        }
    }

    // judged with averaged weights
    var kept = parameters.Select(p => p.detach().clone()).ToArray();
    using (no_grad()) for (var i = 0; i < parameters.Length; i++) parameters[i].copy_(average[i]);
    var time = clock.Elapsed.TotalSeconds;
    var line = $"epoch {epoch + 1} loss {loss / count:F3} {time:F0} s (features {featurising:F0} s) {step} steps";
    if (epoch % 2 == 1 || epoch + 1 == epochs || epoch == 0)
    {
        var (em, f1) = Judge.Score(net, sampler, dev, 700);
        line += $" held out EM {em:F3} F1 {f1:F3}";
        foreach (var (n, samples) in watched)
        {
            var (e, f) = Judge.Score(net, sampler, samples, 700);
            line += $" | {n} {e:F3} {f:F3}";
        }
    }

    Console.WriteLine(line);
    Console.WriteLine($"plain C# differs by at most {Judge.Difference(net, sampler, dev[0], output + ".check", vocabulary, shape):G3}");
    Export.Write(output, net, vocabulary, shape);
    using (no_grad()) for (var i = 0; i < parameters.Length; i++) parameters[i].copy_(kept[i]);
}

static Tensor Loss(Tensor scores, int[][] right)
{
    var mask = new float[scores.shape[0] * scores.shape[1]];
    for (var i = 0; i < right.Length; i++)
    {
        if (right[i].Length == 0) mask[i * scores.shape[1]] = 1;
        foreach (var k in right[i]) mask[i * scores.shape[1] + k] = 1;
    }

    var target = tensor(mask).view(scores.shape);
    return (scores.logsumexp(1) - (scores + (1 - target) * -1e4).logsumexp(1)).mean();
}
