namespace PolicyQa.Corpus;

/// <summary>
/// A fragment that stands in two articles of one page, and at one of these places ends where the copy is known to be
/// broken, got into one of them by mistake. Formulas that many interviews repeat do not end at such a place, or hold no
/// clause boundary, or stand in a third article too.
/// </summary>
internal static class ForeignTextFinder
{
    private const int LeastAtCut = 12;
    private const int LeastAtBreak = 20;
    private const int Seed = 6;

    public static IReadOnlyList<ForeignText> Find(IReadOnlyList<DraftArticle> page, IReadOnlyDictionary<string, IReadOnlyList<Damage>> cuts)
    {
        var found = new List<ForeignText>();
        foreach (var a in page)
        {
            var atCut = cuts[a.Id].Where(c => c.Kind == DamageKind.CutOff).Select(c => c.End).ToHashSet();
            var breaks = a.Body.SelectMany(p => p.Breaks).ToHashSet();
            foreach (var b in page.Where(b => b.Id != a.Id))
            {
                var cutsB = cuts[b.Id].Select(c => c.End).ToHashSet();
                foreach (var at in atCut.Concat(breaks).Order())
                {
                    foreach (var shared in EndingAt(a, at, b).Concat(atCut.Contains(at) ? [] : StartingAt(a, at, b)))
                    {
                        if (!IsFragment(shared, a, atCut.Contains(at) ? LeastAtCut : LeastAtBreak) || InThird(shared, a, b, page)) continue;
                        var resumesB = !cutsB.Contains(shared.EndB);
                        var (near, far) = (Affinity(shared.StartA, shared.EndA, a, a), Affinity(shared.StartA, shared.EndA, a, b));
                        var intruderIsA = atCut.Contains(at)
                            ? resumesB ? far >= 2 * near && far - near > 0.2 : near < far
                            : !resumesB || far > 1.3 * near;
                        if (!intruderIsA && !atCut.Contains(at)) continue;
                        found.Add(intruderIsA ? Mark(a, shared.StartA, shared.EndA, b) : Mark(b, shared.StartB, shared.EndB, a));
                    }
                }
            }
        }

        return WithoutOverlaps(found);
    }

    private static IEnumerable<SharedFragment> EndingAt(DraftArticle a, int at, DraftArticle b)
    {
        var floor = BodyStart(a);
        if (at - Seed < floor) yield break;
        var seed = a.Text.Substring(at - Seed, Seed);
        for (var j = b.Text.IndexOf(seed, BodyStart(b), StringComparison.Ordinal); j >= 0; j = b.Text.IndexOf(seed, j + 1, StringComparison.Ordinal))
            yield return SharedFragment.Extend(a.Text, at, floor, b.Text, j + Seed, BodyStart(b), -1);
    }

    private static IEnumerable<SharedFragment> StartingAt(DraftArticle a, int at, DraftArticle b)
    {
        if (at + Seed > a.Text.Length) yield break;
        var seed = a.Text.Substring(at, Seed);
        for (var j = b.Text.IndexOf(seed, BodyStart(b), StringComparison.Ordinal); j >= 0; j = b.Text.IndexOf(seed, j + 1, StringComparison.Ordinal))
            yield return SharedFragment.Extend(a.Text, at, a.Text.Length, b.Text, j, b.Text.Length, 1);
    }

    private static int BodyStart(DraftArticle a) => a.Body.Select(p => p.Start).FirstOrDefault(a.Text.Length);

    private static bool IsFragment(SharedFragment f, DraftArticle a, int least) =>
        f.Matched >= least && a.Text.AsSpan(f.StartA + 1, f.EndA - f.StartA - 2).IndexOfAny("，；。、") >= 0 && !a.Text.AsSpan(f.StartA, f.EndA - f.StartA).Contains('\n');

    private static bool InThird(SharedFragment f, DraftArticle a, DraftArticle b, IReadOnlyList<DraftArticle> page)
    {
        var middle = a.Text.Substring(f.EndA - Math.Min(LeastAtCut, f.Matched), Math.Min(LeastAtCut, f.Matched));
        return page.Any(c => c.Id != a.Id && c.Id != b.Id && c.Text.Contains(middle));
    }

    /// <summary>Share of the fragment's character pairs that the rest of <paramref name="home"/> uses as well.</summary>
    private static double Affinity(int start, int end, DraftArticle a, DraftArticle home)
    {
        var fragment = a.Text[start..end];
        var rest = home.Text;
        var pairs = Enumerable.Range(0, fragment.Length - 1).Select(i => fragment.Substring(i, 2)).Distinct().ToList();
        // Each article holds the fragment once itself; only uses beyond that one speak for it.
        return pairs.Count(p => rest.IndexOf(p, StringComparison.Ordinal) is >= 0 and var first && rest.IndexOf(p, first + 1, StringComparison.Ordinal) >= 0) / (double)pairs.Count;
    }

    private static ForeignText Mark(DraftArticle host, int start, int end, DraftArticle owner)
    {
        var whose = owner.Source.Byline?.Department is { } d ? $"另一篇访谈（{d}）" : "另一篇文章";
        return new(host.Id, new(DamageKind.ForeignText, start, end, $"此处混入了{whose}的文字，不是本篇内容。", owner.Id));
    }

    private static List<ForeignText> WithoutOverlaps(List<ForeignText> found)
    {
        var kept = new List<ForeignText>();
        foreach (var f in found.OrderByDescending(f => f.Damage.End - f.Damage.Start))
        {
            // The copy that was called the owner cannot be the intruder as well.
            if (!kept.Exists(k => k.HostId == f.HostId && k.Damage.Span.Overlaps(f.Damage.Span) || k.HostId == f.Damage.OwnerArticleId && k.Damage.OwnerArticleId == f.HostId && k.Damage.End - k.Damage.Start - (f.Damage.End - f.Damage.Start) is >= -8 and <= 8))
                kept.Add(f);
        }

        return kept;
    }
}
