namespace PolicyQa.App.Training;

/// <summary>
/// Logistic regression with a sign for each weight: projected gradient descent with Nesterov's momentum on standardised
/// features, a fixed number of steps, so that the same examples always give the same weights.
/// </summary>
internal static class LogisticFit
{
    private const int Steps = 600;

    /// <summary>Weights (0 where <paramref name="signs"/> is 0) and bias for unscaled features.</summary>
    /// <param name="rows">Features, one row an example.</param>
    /// <param name="labels">What each row should be.</param>
    /// <param name="counts">How much each row counts.</param>
    /// <param name="signs">+1, -1 or 0 (left out) a feature.</param>
    /// <param name="ridge">Holds weights of features that say the same from growing against each other; the greater, the more evenly they share.</param>
    public static (double[] Weights, double Bias) Fit(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<bool> labels, IReadOnlyList<double> counts, IReadOnlyList<int> signs, double ridge = 2e-3)
    {
        int[] used = [.. Enumerable.Range(0, signs.Count).Where(i => signs[i] != 0)];
        var means = used.Select(f => rows.Average(r => r[f])).ToArray();
        var scales = used.Select((f, u) => Math.Sqrt(rows.Average(r => (r[f] - means[u]) * (r[f] - means[u]))) + 1e-3).ToArray();
        var scaled = rows.Select(r => used.Select((f, u) => (r[f] - means[u]) / scales[u]).ToArray()).ToArray();
        var (weights, bias) = Descend(scaled, labels, counts, [.. used.Select(f => signs[f])], ridge);
        var result = new double[signs.Count];
        for (var u = 0; u < used.Length; u++)
        {
            result[used[u]] = weights[u] / scales[u];
            bias -= result[used[u]] * means[u];
        }

        return (result, bias);
    }

    private static (double[] Weights, double Bias) Descend(double[][] rows, IReadOnlyList<bool> labels, IReadOnlyList<double> counts, int[] signs, double ridge)
    {
        var n = signs.Length;
        // The logistic loss bends by at most a quarter of the features' own length.
        var step = 1 / ((n + 1) / 4.0 + ridge);
        var all = counts.Sum();
        double[] at = new double[n + 1], before = new double[n + 1], ahead = new double[n + 1], slope = new double[n + 1];
        for (var turn = 1; turn <= Steps; turn++)
        {
            for (var i = 0; i <= n; i++) ahead[i] = at[i] + ((turn - 1.0) / (turn + 2) * (at[i] - before[i]));
            Array.Clear(slope);
            for (var row = 0; row < rows.Length; row++)
            {
                var sum = ahead[n];
                for (var i = 0; i < n; i++) sum += ahead[i] * rows[row][i];
                var gap = counts[row] * ((1 / (1 + Math.Exp(-sum))) - (labels[row] ? 1 : 0));
                for (var i = 0; i < n; i++) slope[i] += gap * rows[row][i];
                slope[n] += gap;
            }

            (before, at) = (at, before);
            for (var i = 0; i <= n; i++)
            {
                at[i] = ahead[i] - (step * ((slope[i] / all) + (i < n ? ridge * ahead[i] : 0)));
                if (i < n && at[i] * signs[i] < 0) at[i] = 0;
            }
        }

        return (at[..n], at[n]);
    }
}
