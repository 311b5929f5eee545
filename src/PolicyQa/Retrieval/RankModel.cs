using System.Globalization;
using PolicyQa.Analysis;

namespace PolicyQa.Retrieval;

/// <summary>A linear ranker: what one feature more is worth. Its weights are read from lines "feature weight"; a feature that is not named weighs nothing.</summary>
internal sealed class RankModel
{
    private readonly double[] _weights = new double[RankFeatures.Names.Count];

    public RankModel(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var parts = line.Split(' ');
            var index = RankFeatures.Names.ToList().IndexOf(parts[0]);
            if (index < 0 || parts.Length != 2) throw new FormatException($"no weight of the ranker: {line}");
            _weights[index] = double.Parse(parts[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The one that ships; NOTICE.md beside it says what it was trained on.</summary>
    public static RankModel Shipped { get; } = new(EmbeddedText.Lines("ranker.txt"));

    /// <summary>Greater is better; comparable only among candidates of one question.</summary>
    public double Score(ReadOnlySpan<float> features)
    {
        var score = 0d;
        for (var i = 0; i < _weights.Length; i++) score += _weights[i] * features[i];
        return score;
    }

    /// <summary>What makes up <see cref="Score"/>, feature by feature; features that weigh nothing are left out.</summary>
    public IEnumerable<Contribution> Contributions(float[] features) =>
        Enumerable.Range(0, _weights.Length).Where(i => _weights[i] != 0)
            .Select(i => new Contribution(RankFeatures.Names[i], Math.Round(features[i], 4), Math.Round(_weights[i], 4)));
}
