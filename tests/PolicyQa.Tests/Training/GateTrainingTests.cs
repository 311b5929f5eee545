using PolicyQa.Answering;
using PolicyQa.App.Training;

namespace PolicyQa.Tests.Training;

public sealed class GateTrainingTests
{
    [Fact]
    public void A_fit_finds_the_odds_of_each_value()
    {
        // One yes/no feature: three of four right where it is set, one of four where it is not.
        double[][] rows = [[1], [1], [1], [1], [0], [0], [0], [0]];
        var (weights, bias) = LogisticFit.Fit(rows, [true, true, true, false, true, false, false, false], Ones(8), [1]);
        Assert.Equal(0.75, 1 / (1 + Math.Exp(-(weights[0] + bias))), 2);
        Assert.Equal(0.25, 1 / (1 + Math.Exp(-bias)), 2);
    }

    [Fact]
    public void A_feature_may_not_speak_against_its_sign_and_a_left_out_one_says_nothing()
    {
        double[][] rows = [[1, 1, 0], [1, 1, 0], [0, 0, 1], [0, 0, 1]];
        var (weights, _) = LogisticFit.Fit(rows, [true, true, false, false], Ones(4), [-1, 0, -1]);
        Assert.Equal([0, 0], weights[..2]);
        Assert.True(weights[2] < 0);
    }

    [Fact]
    public void The_report_counts_pairs_and_refusals()
    {
        // With an answer: 1, 2, 3, 4; without: 0, 1, 2. Pairs in order, ties half: (1.5 + 2.5 + 3 + 3) / 12.
        var report = GateReport.Of(First(), [Example(1, true), Example(2, true), Example(3, true), Example(4, true), Example(0, false), Example(1, false), Example(2, false)]);
        Assert.Equal(10 / 12.0, report.Auc, 12);
        Assert.Equal(1 / 3.0, report.RefusedAt5, 12);
    }

    [Fact]
    public void The_same_examples_give_the_same_gate()
    {
        GateExample[] examples = [.. Enumerable.Range(0, 200).Select(i => Example(i % 7 / 7.0, i % 7 > 3) with { Group = $"g{i}", Right = i % 7 > 4 })];
        Assert.Equal(GateTrainer.Train(examples).Gate.Lines(), GateTrainer.Train(examples).Gate.Lines());
        Assert.True(GateTrainer.Train(examples).Report.Auc > 0.95);
    }

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static LearntGate First() => new([1, .. new double[LearntGate.FeatureNames.Count - 1]], 0, 1, 0);

    private static GateExample Example(double first, bool answerable) => new("asked", "g", answerable, answerable, [first, .. new double[LearntGate.FeatureNames.Count - 1]]);
}
