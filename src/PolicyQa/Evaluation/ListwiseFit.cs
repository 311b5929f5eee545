namespace PolicyQa.Evaluation;

/// <summary>
/// Fits a linear ranker: the right candidate's share of the softmax over its list is made as great as possible (ListNet
/// with one right candidate), by Adam over standardised features. Articles are ranked without negative weights: weights
/// that cancel each other out fit one collection and fail on the next. Seeded and on one thread: the same lists give the same weights.
/// </summary>
internal static class ListwiseFit
{
    private const int Batch = 64;
    private const double Rate = 0.02;
    private const double Momentum = 0.9;
    private const double Memory = 0.999;
    private const int Seed = 1;

    /// <summary>One weight a feature, for features as they are.</summary>
    /// <param name="lists">At least one, none without candidates.</param>
    /// <param name="epochs">How often each list is seen: few lists want many.</param>
    /// <param name="decay">How strongly weights are held to 0.</param>
    /// <param name="signed">True where more of a feature may count against a candidate.</param>
    public static double[] Weights(IReadOnlyList<RankingList> lists, int epochs = 8, double decay = 0.01, bool signed = false)
    {
        var scale = Spread(lists);
        var (weights, mean, square) = (new double[scale.Length], new double[scale.Length], new double[scale.Length]);
        var order = Enumerable.Range(0, lists.Count).ToArray();
        var random = new Random(Seed);
        var step = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = Rate * (1 - epoch / (double)epochs);
            foreach (var batch in order.Chunk(Batch))
            {
                var gradient = new double[scale.Length];
                foreach (var i in batch) Add(lists[i], weights, scale, gradient);
                step++;
                for (var j = 0; j < weights.Length; j++)
                {
                    var slope = gradient[j] / batch.Length + decay * weights[j];
                    mean[j] = Momentum * mean[j] + (1 - Momentum) * slope;
                    square[j] = Memory * square[j] + (1 - Memory) * slope * slope;
                    var change = rate * mean[j] / (1 - Math.Pow(Momentum, step)) / (Math.Sqrt(square[j] / (1 - Math.Pow(Memory, step))) + 1e-8);
                    weights[j] = signed ? weights[j] - change : Math.Max(0, weights[j] - change);
                }
            }
        }

        return [.. weights.Select((w, j) => w / scale[j])];
    }

    private static void Add(RankingList list, double[] weights, double[] scale, double[] gradient)
    {
        var shares = new double[list.Features.Length];
        for (var k = 0; k < shares.Length; k++)
        {
            for (var j = 0; j < weights.Length; j++) shares[k] += weights[j] * list.Features[k][j] / scale[j];
        }

        var greatest = shares.Max();
        for (var k = 0; k < shares.Length; k++) shares[k] = Math.Exp(shares[k] - greatest);
        var sum = shares.Sum();
        for (var k = 0; k < shares.Length; k++)
        {
            var error = shares[k] / sum - (k == list.Right ? 1 : 0);
            for (var j = 0; j < gradient.Length; j++) gradient[j] += error * list.Features[k][j] / scale[j];
        }
    }

    /// <summary>Standard deviation of each feature.</summary>
    private static double[] Spread(IReadOnlyList<RankingList> lists)
    {
        var (sum, squares, count) = (new double[lists[0].Features[0].Length], new double[lists[0].Features[0].Length], 0);
        foreach (var row in lists.SelectMany(l => l.Features))
        {
            count++;
            for (var j = 0; j < sum.Length; j++)
            {
                sum[j] += row[j];
                squares[j] += (double)row[j] * row[j];
            }
        }

        return [.. sum.Select((s, j) => Math.Sqrt(Math.Max(1e-6, squares[j] / count - s / count * (s / count))))];
    }
}
