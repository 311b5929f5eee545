using System.Globalization;
using PolicyQa.Analysis;

namespace PolicyQa.Answering;

/// <summary>
/// Confidence as learnt from examples: a weighted sum of <see cref="GateFeatures"/>, each of which can only speak for the
/// answer or only against it, brought to the share of right answers seen at such a sum. Immutable, thread-safe.
/// </summary>
public sealed class LearntGate
{
    private const int Explained = 6;

    private static readonly Lazy<LearntGate> FromResource = new(() => Read(EmbeddedText.Lines("gate.txt")));

    private readonly double[] _weights;
    private readonly double _bias;
    private readonly double _slope;
    private readonly double _offset;

    /// <summary>A gate of these numbers.</summary>
    /// <param name="weights">One for each feature, in the order of <see cref="FeatureNames"/>.</param>
    /// <param name="bias">Added to the weighted sum.</param>
    /// <param name="slope">Of the calibration, more than 0.</param>
    /// <param name="offset">Of the calibration.</param>
    public LearntGate(IReadOnlyList<double> weights, double bias, double slope, double offset)
    {
        if (weights.Count != FeatureNames.Count) throw new ArgumentException($"expected {FeatureNames.Count} weights", nameof(weights));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slope);
        (_weights, _bias, _slope, _offset) = ([.. weights], bias, slope, offset);
    }

    /// <summary>What the gate looks at.</summary>
    public static IReadOnlyList<string> FeatureNames => GateFeatures.Names;

    /// <summary>The gate that comes with the program.</summary>
    internal static LearntGate Shipped => FromResource.Value;

    /// <summary>Confidence, 0–0.99, from the features that <see cref="Answer.Seen"/> holds.</summary>
    public double Judge(IReadOnlyList<double> seen) => Math.Clamp(1 / (1 + Math.Exp(-((_slope * Score(seen)) + _offset))), 0, 0.99);

    /// <summary>The weighted sum alone.</summary>
    public double Score(IReadOnlyList<double> seen)
    {
        var sum = _bias;
        for (var i = 0; i < _weights.Length; i++) sum += _weights[i] * seen[i];
        return sum;
    }

    /// <summary>Notes the features that add or take most.</summary>
    internal void Explain(IReadOnlyList<double> seen, Trace trace)
    {
        var rows = Enumerable.Range(0, _weights.Length).Where(i => _weights[i] * seen[i] != 0).OrderByDescending(i => Math.Abs(_weights[i] * seen[i]));
        foreach (var i in rows.Take(Explained)) trace.Feature(FeatureNames[i], seen[i], _weights[i]);
    }

    /// <summary>Lines of the model file: a name and a number each; features without a line weigh nothing.</summary>
    public IEnumerable<string> Lines() =>
        FeatureNames.Zip(_weights).Where(p => p.Second != 0).Append(("bias", _bias)).Append(("slope", _slope)).Append(("offset", _offset))
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item1}\t{p.Item2:0.#####}"));

    internal static LearntGate Read(IEnumerable<string> lines)
    {
        var numbers = lines.Select(l => l.Split('\t')).ToDictionary(p => p[0], p => double.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new LearntGate([.. FeatureNames.Select(n => numbers.GetValueOrDefault(n))], numbers["bias"], numbers["slope"], numbers["offset"]);
    }
}
