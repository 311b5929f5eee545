namespace PolicyQa.Corpus;

/// <summary>The same words at [StartA, EndA) of one text and [StartB, EndB) of another, small losses tolerated.</summary>
internal readonly record struct SharedFragment(int StartA, int EndA, int StartB, int EndB, int Matched)
{
    /// <summary>A few characters may have fallen out of one copy.</summary>
    private const int MaxGap = 4;

    /// <summary>After a gap so many characters must agree again.</summary>
    private const int LeastRun = 4;

    /// <summary>
    /// Extends a match from a[i], b[j] (exclusive ends going back, first characters going forward) as far as it goes.
    /// Gaps are one-sided: a loss leaves them, while two articles that only use the same formula differ on both sides.
    /// </summary>
    public static SharedFragment Extend(string a, int i, int floorA, string b, int j, int floorB, int step)
    {
        var (si, sj, matched) = (i, j, 0);
        while (true)
        {
            var run = Run(a, i, floorA, b, j, floorB, step);
            i += run * step;
            j += run * step;
            matched += run;
            var gap = Enumerable.Range(1, MaxGap)
                .SelectMany(g => (ReadOnlySpan<(int A, int B)>)[(g, 0), (0, g)] is var o ? o.ToArray() : [])
                .FirstOrDefault(g => Run(a, i + g.A * step, floorA, b, j + g.B * step, floorB, step) >= LeastRun);
            if (matched == 0 || gap == default) break;
            i += gap.A * step;
            j += gap.B * step;
        }

        return step < 0 ? new(i, si, j, sj, matched) : new(si, i, sj, j, matched);
    }

    private static int Run(string a, int i, int limitA, string b, int j, int limitB, int step)
    {
        var n = 0;
        var back = step < 0 ? -1 : 0;
        while (Inside(i, limitA, step) && Inside(j, limitB, step) && a[i + back] == b[j + back])
        {
            i += step;
            j += step;
            n++;
        }

        return n;
    }

    private static bool Inside(int i, int limit, int step) => step < 0 ? i > limit : i < limit;
}
