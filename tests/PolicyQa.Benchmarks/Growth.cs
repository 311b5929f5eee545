using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyQa.Corpus;
using PolicyQa.Evaluation;
using PolicyQa.Passages;

namespace PolicyQa.Benchmarks;

/// <summary>How time and memory grow with the number of passages, each passage an article of its own.</summary>
internal static class Growth
{
    private static readonly int[] Sizes = [1_000, 3_000, 10_000, 30_000, 100_000];

    /// <summary>Writes growth.md and growth.svg.</summary>
    /// <param name="passages">Passage files, commas between them; their articles are cut into passages.</param>
    /// <param name="questions">Asked at each size.</param>
    /// <param name="folder">Where to write.</param>
    /// <param name="output">Progress.</param>
    public static void Measure(string passages, string questions, string folder, TextWriter output)
    {
        var pieces = passages.Split(',').SelectMany((file, i) => PassageFile.Read(file).SelectMany(a => Pieces(a, $"{i}:"))).Take(Sizes[^1]).ToArray();
        // Spread over the whole set: neighbours are about the same things.
        new Random(1).Shuffle(pieces);
        var asked = QuestionFile.Read(questions, 10);
        // Dictionary, reader and compiled code are loaded once, whatever the size: not the first size's.
        using (var first = QaEngine.ForArticles(pieces[..Sizes[0]], new EngineOptions()))
        {
            first.WarmUp();
            _ = new EvaluationRun(first.Ask, TimeProvider.System, 1).Ask(asked, null, CancellationToken.None);
        }

        List<(int Size, double Index, double Answer, double Memory)> points = [];
        foreach (var size in Sizes.Where(s => s <= pieces.Length))
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var begun = Stopwatch.GetTimestamp();
            using var engine = QaEngine.ForArticles(pieces[..size], new EngineOptions());
            var index = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            engine.WarmUp();
            var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
            var answer = Speed.Of(new EvaluationRun(engine.Ask, TimeProvider.System, 1).Ask(asked, null, CancellationToken.None)).P50.TotalMilliseconds;
            points.Add((size, index, answer, memory));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} passages: index {index:0.00} s, answer p50 {answer:0.00} ms, memory {memory:0.0} MB"));
        }

        File.WriteAllText(Path.Combine(folder, "growth.md"), Table(points));
        File.WriteAllText(Path.Combine(folder, "growth.svg"), Plot(points));
    }

    private static IEnumerable<Article> Pieces(Article article, string set)
    {
        foreach (var passage in PassageSplitter.Split(article)) yield return PlainArticle.From($"{set}{article.Id}#{passage.Ordinal}", null, passage.TextIn(article));
    }

    /// <summary>The exponent b of y = a x^b, by least squares over the logarithms.</summary>
    private static double Exponent(IEnumerable<(double X, double Y)> points)
    {
        var logs = points.Select(p => (X: Math.Log(p.X), Y: Math.Log(p.Y))).ToArray();
        var (x, y) = (logs.Average(p => p.X), logs.Average(p => p.Y));
        return logs.Sum(p => (p.X - x) * (p.Y - y)) / logs.Sum(p => (p.X - x) * (p.X - x));
    }

    private static string Table(List<(int Size, double Index, double Answer, double Memory)> points)
    {
        var text = new StringBuilder("| passages | index, s | whole answer p50, ms | memory beside the text, MB |\n|---|---|---|---|\n");
        foreach (var (size, index, answer, memory) in points) text.Append(CultureInfo.InvariantCulture, $"| {size:N0} | {index:0.00} | {answer:0.00} | {memory:0.0} |\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"| **exponent** | {Exponent(points.Select(p => ((double)p.Size, p.Index))):0.00} | {Exponent(points.Select(p => ((double)p.Size, p.Answer))):0.00} | {Exponent(points.Select(p => ((double)p.Size, p.Memory))):0.00} |\n");
        return text.ToString();
    }

    /// <summary>Both axes logarithmic; each line as a multiple of its first point.</summary>
    private static string Plot(List<(int Size, double Index, double Answer, double Memory)> points)
    {
        const int Width = 560, Height = 320, Left = 56, Bottom = 270, Top = 20, Right = 440;
        var (low, high) = (Math.Log(points[0].Size), Math.Log(points[^1].Size));
        double X(double size) => Left + (Math.Log(size) - low) / (high - low) * (Right - Left);
        double Y(double times) => Bottom - Math.Log(times) / Math.Log(100) * (Bottom - Top);
        var svg = new StringBuilder(FormattableString.Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#555\">\n"));
        foreach (var times in new[] { 1, 10, 100 }) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(times):0}H{Right}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(times) + 4:0}\" text-anchor=\"end\">×{times}</text>\n");
        foreach (var point in points) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(point.Size):0}\" y=\"{Bottom + 20}\" text-anchor=\"middle\">{point.Size:N0}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 40}\" text-anchor=\"middle\">passages</text>\n");
        foreach (var (name, colour, value) in new (string, string, Func<(int Size, double Index, double Answer, double Memory), double>)[] { ("index", "#1b6ca8", p => p.Index), ("whole answer", "#b3541e", p => p.Answer), ("memory", "#3a7d44", p => p.Memory) })
        {
            var line = string.Join(' ', points.Select(p => FormattableString.Invariant($"{X(p.Size):0.0},{Y(value(p) / value(points[0])):0.0}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/><text x=\"{Right + 8}\" y=\"{Y(value(points[^1]) / value(points[0])) + 4:0}\" fill=\"{colour}\">{name}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}
