using PolicyQa.Analysis;

namespace PolicyQa.Answering;

/// <summary>
/// Puts articles into order by what search and reader say of them: a sum of the ranker's score and the reader's odds, weighted as
/// `train order` learnt (order.txt; order.NOTICE.md beside it). Odds that there is an answer, not how likely its best span is: of
/// several good spans none is likely.
/// </summary>
internal static class ReadOrder
{
    /// <summary>Articles of which a window may be read.</summary>
    public const int Most = 5;

    /// <summary>Surer than this, and more doubtful than <see cref="Least"/>, is all the same: odds beyond say more of the window than of the question.</summary>
    private const double Greatest = 6;

    /// <summary>Nearer to even, since the answer may stand outside the window that was read. What is not read, counts as this.</summary>
    private const double Least = -4;

    /// <summary>Names of the features, in the order of <see cref="Features"/>; the model file repeats them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ranked", "odds"];

    private static readonly Lazy<LinearModel> FromResource = new(() => new LinearModel(Names, EmbeddedText.Lines("order.txt")));

    /// <summary>What the order goes by, of one article.</summary>
    /// <param name="ranked">The ranker's score.</param>
    /// <param name="odds">Log odds that its window holds an answer; null where none was read.</param>
    public static float[] Features(double ranked, double? odds) => [(float)ranked, (float)Math.Clamp(odds ?? Least, Least, Greatest)];

    /// <summary>Places of the articles, best first. Only what could still come to the front is read.</summary>
    /// <param name="scores">The ranker's, from the highest down.</param>
    /// <param name="read">Log odds that the article of this place holds an answer; null where there is nothing to read.</param>
    public static int[] Of(IReadOnlyList<double> scores, Func<int, double?> read)
    {
        var both = scores.Select(s => Score(s, null)).ToArray();
        var best = double.NegativeInfinity;
        // Scores fall: where the surest reading does not bring one to the front, it brings none of those behind it.
        for (var i = 0; i < Math.Min(Most, scores.Count) && Score(scores[i], Greatest) > best; i++)
        {
            both[i] = Score(scores[i], read(i));
            best = Math.Max(best, both[i]);
        }

        return [.. Enumerable.Range(0, both.Length).OrderByDescending(i => both[i])];
    }

    private static double Score(double ranked, double? odds) => FromResource.Value.Score(Features(ranked, odds));
}
