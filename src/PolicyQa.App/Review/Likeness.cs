namespace PolicyQa.App.Review;

/// <summary>How alike two wordings are, by the pairs of characters that they share. For sorting the queue only; no answer is given by it.</summary>
internal sealed class Likeness
{
    /// <summary>From so much on, two wordings are put together.</summary>
    public const double Enough = 0.7;

    private const string Telling = "零一二三四五六七八九十百千万亿两不没未非无";
    private readonly uint[] pairs;
    private readonly string telling;

    /// <summary>Takes a wording apart.</summary>
    /// <param name="key">As <see cref="QuestionKey"/> makes it.</param>
    public Likeness(string key)
    {
        telling = string.Concat(key.Where(c => char.IsAsciiDigit(c) || Telling.Contains(c)));
        pairs = [.. Enumerable.Range(0, Math.Max(0, key.Length - 1)).Select(i => ((uint)key[i] << 16) | key[i + 1]).Distinct().Order()];
    }

    /// <summary>Dice's coefficient, 0–1; 0 where figures or denials differ.</summary>
    public double To(Likeness other)
    {
        if (pairs.Length == 0 || other.pairs.Length == 0 || telling != other.telling) return 0;
        // Even if every pair of the shorter one were shared, it would not do.
        if (2.0 * Math.Min(pairs.Length, other.pairs.Length) / (pairs.Length + other.pairs.Length) < Enough) return 0;
        int shared = 0, i = 0, j = 0;
        while (i < pairs.Length && j < other.pairs.Length)
        {
            var (a, b) = (pairs[i], other.pairs[j]);
            if (a == b) shared++;
            if (a <= b) i++;
            if (b <= a) j++;
        }

        return 2.0 * shared / (pairs.Length + other.pairs.Length);
    }
}
