namespace PolicyQa.Evaluation;

/// <summary>
/// Two rankings on the same questions. Judged by the sign test on questions of which one has the right article first and the
/// other has not: how likely as many would have got better by chance, were neither ranking the better one.
/// </summary>
/// <param name="Before">The ranking in use.</param>
/// <param name="After">The one that wants to take its place.</param>
/// <param name="Gained">Questions that only the new one has right at first place.</param>
/// <param name="Lost">Questions that only the old one has.</param>
public sealed record RankingComparison(RankingQuality Before, RankingQuality After, int Gained, int Lost)
{
    /// <summary>With fewer questions nothing is known.</summary>
    public const int Fewest = 30;

    /// <summary>A gain that chance alone brings this often is none.</summary>
    public const double Level = 0.05;

    /// <summary>P(X ≥ gained) for X ~ Binomial(gained + lost, ½).</summary>
    public double Chance { get; } = Tail(Gained, Gained + Lost);

    /// <summary>True where there are enough questions, more gained than chance explains, and the mean reciprocal rank has not become worse.</summary>
    public bool IsBetter => Before.Questions >= Fewest && Gained > Lost && Chance < Level && After.Mrr10 >= Before.Mrr10;

    /// <summary>Compares answers in the order of the questions; questions without a known passage do not count, and without any there is nothing to compare.</summary>
    public static RankingComparison? Of(IReadOnlyList<EvaluationQuestion> questions, IReadOnlyList<TimedAnswer> before, IReadOnlyList<TimedAnswer> after)
    {
        int[] known = [.. Enumerable.Range(0, questions.Count).Where(i => questions[i].Gold.PassageIds.Count > 0)];
        if (known.Length == 0) return null;
        int Rank(IReadOnlyList<TimedAnswer> answers, int i) => RankingQuality.RankOf(answers[i].Answer.Ranked, questions[i].Gold.PassageIds);
        int[] was = [.. known.Select(i => Rank(before, i))];
        int[] now = [.. known.Select(i => Rank(after, i))];
        return new RankingComparison(
            RankingQuality.Of(was),
            RankingQuality.Of(now),
            was.Zip(now).Count(r => r is { First: not 1, Second: 1 }),
            was.Zip(now).Count(r => r is { First: 1, Second: not 1 }));
    }

    private static double Tail(int least, int of)
    {
        // Term k is C(of, k) / 2^of; as a logarithm, so that many questions do not make it nothing.
        double sum = 0, term = of * Math.Log(0.5);
        for (var k = 0; k <= of; k++)
        {
            if (k >= least) sum += Math.Exp(term);
            if (k < of) term += Math.Log((of - k) / (k + 1.0));
        }

        return Math.Min(1, sum);
    }
}
