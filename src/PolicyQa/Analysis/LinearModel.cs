using System.Globalization;

namespace PolicyQa.Analysis;

/// <summary>A weighted sum of named features. Its weights are read from lines "feature weight"; a feature that is not named weighs nothing.</summary>
internal class LinearModel
{
    private readonly double[] _weights;

    /// <summary>A model of these weights.</summary>
    /// <exception cref="FormatException">A line names no feature, or no number.</exception>
    public LinearModel(IReadOnlyList<string> names, IEnumerable<string> lines)
    {
        Names = names;
        _weights = new double[names.Count];
        foreach (var line in lines)
        {
            var parts = line.Split(' ');
            var index = names.ToList().IndexOf(parts[0]);
            if (index < 0 || parts.Length != 2 || !double.TryParse(parts[1], CultureInfo.InvariantCulture, out _weights[index])) throw new FormatException($"no weight: {line}");
        }
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Greater is better; comparable only among candidates of one question.</summary>
    public double Score(ReadOnlySpan<float> features)
    {
        var score = 0d;
        for (var i = 0; i < _weights.Length; i++) score += _weights[i] * features[i];
        return score;
    }

    /// <summary>The lines of a model file.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> names, IReadOnlyList<double> weights) =>
        names.Zip(weights, (name, weight) => $"{name} {weight.ToString("0.0000", CultureInfo.InvariantCulture)}");
}
