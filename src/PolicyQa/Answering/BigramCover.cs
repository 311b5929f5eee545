using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>How far texts hold the bigrams of one question, rare ones counting for more.</summary>
internal sealed class BigramCover
{
    private const double K1 = 1.2;
    private const double B = 0.5;

    /// <summary>Length of a usual passage.</summary>
    private const double Usual = 200;

    private readonly List<(string Text, double Weight)> _bigrams = [];
    private readonly double _all;

    public BigramCover(string folded, ITermStatistics statistics)
    {
        var scanner = new BigramScanner(folded);
        while (scanner.MoveNext())
        {
            var text = folded.Substring(scanner.Start, scanner.Length);
            if (text.Length == 1 || _bigrams.Any(b => b.Text == text)) continue;
            var weight = InverseFrequency.Of(statistics.Frequency(text), statistics.Passages);
            _bigrams.Add((text, weight));
            _all += weight;
        }
    }

    /// <summary>Weighted share of the bigrams that the text holds, 0–1.</summary>
    public double Share(string folded) => _all > 0 ? _bigrams.Where(b => folded.Contains(b.Text, StringComparison.Ordinal)).Sum(b => b.Weight) / _all : 0;

    /// <summary>BM25 over what an ideal text would score, 0–1.</summary>
    public double Bm25(string folded)
    {
        double sum = 0;
        foreach (var (text, weight) in _bigrams)
        {
            var count = folded.AsSpan().Count(text);
            sum += weight * count / (count + (K1 * (1 - B + (B * folded.Length / Usual))));
        }

        return _all > 0 ? sum / _all : 0;
    }
}
