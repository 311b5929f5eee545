using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>Figures and dates stay with the things they were said of, and with what narrows those.</summary>
internal static class Owners
{
    /// <summary>Members of 新建、改扩建托育机构30家 are no longer.</summary>
    private const int LongestMember = 7;

    private static readonly string[] Hedges = ["力争", "争取", "努力", "有望", "拟", "预计", "计划", "原则上"];

    public static ClaimFault? FaultOf(ClaimReading claim)
    {
        foreach (var figure in claim.Figures)
        {
            ClaimFault? fault = null;
            foreach (var own in claim.Grounds.Figures.Where(f => f.Counts(figure) && f.Bound == figure.Bound))
            {
                fault = FaultOf(claim, figure, own);
                if (fault is null) break;
            }

            if (fault is not null) return fault;
        }

        foreach (var (span, plain) in claim.Times)
        {
            if (!TimePhrases.IsDate(plain)) continue;
            if (!claim.Grounds.Times.Any(t => t.Plain == plain && Dates(claim, span, t.Span))) return new ClaimFault(GuardFault.WrongOwner, span.Of(claim.Text));
        }

        return null;
    }

    private static ClaimFault? FaultOf(ClaimReading claim, Figure figure, Figure own)
    {
        var grounds = claim.Grounds;
        var said = figure.Span.Of(claim.Text);
        var segment = grounds.SegmentAt(own.Core.Start);
        var unit = grounds.UnitAt(own.Core.Start);
        var part = PartAround(claim.Text, figure.Core);
        foreach (var piece in claim.Said)
        {
            if (!piece.Span.Overlaps(part) || piece.Span.Contains(figure.Core) || Predicates.AreAll(piece.Said)) continue;
            var fits = Within(claim, piece, part).Any(at => grounds.SegmentAt(at) == segment
                || (!Counts(grounds, s => grounds.SegmentAt(s) == grounds.SegmentAt(at)) && (grounds.UnitAt(at) == unit || !Counts(grounds, s => grounds.UnitAt(s) == grounds.UnitAt(at)))));
            if (!fits) return new ClaimFault(GuardFault.WrongOwner, said);
        }

        if (Head(grounds, own) is { } head && !claim.Context.Contains(head, StringComparison.Ordinal) && !claim.Said.Any(p => p.Said.Contains(head, StringComparison.Ordinal))) return new ClaimFault(GuardFault.WrongOwner, said);
        foreach (var qualifier in grounds.Qualifiers[segment])
        {
            if (!claim.Context.Contains(qualifier.Text, StringComparison.Ordinal) && !qualifier.StandsIn(claim.Context)) return new ClaimFault(GuardFault.QualifierLost, qualifier.Text);
        }

        var words = grounds.Segments[segment].Of(grounds.Text);
        if (Array.Find(Hedges, h => words.Contains(h, StringComparison.Ordinal)) is { } hedge && !Array.Exists(Hedges, h => claim.Text.Contains(h, StringComparison.Ordinal))) return new ClaimFault(GuardFault.BoundChanged, hedge);
        return MemberLost(claim, segment) is { } member ? new ClaimFault(GuardFault.QualifierLost, member) : null;
    }

    /// <summary>公办、民办幼儿园: the part between two 、 that holds the figure.</summary>
    private static TextSpan PartAround(string text, TextSpan figure)
    {
        var start = text.LastIndexOf('、', figure.Start) + 1;
        var end = text.IndexOf('、', figure.End);
        return new TextSpan(start, end < 0 ? text.Length : end);
    }

    /// <summary>Where the excerpt has the end of the piece, as far as it lies in the part.</summary>
    private static IEnumerable<int> Within(ClaimReading claim, Piece piece, TextSpan part)
    {
        var offset = piece.Kind == PieceKind.Verbatim ? Math.Min(piece.Span.End, part.End) - 1 - piece.Span.Start : 0;
        return claim.Places(piece).Select(at => at + offset);
    }

    private static bool Counts(Grounds grounds, Func<int, bool> there) => grounds.Figures.Any(f => IsAmount(f) && there(f.Core.Start) && !grounds.Times.Any(t => t.Span.Overlaps(f.Core)));

    /// <summary>第一 and 三级 count nothing.</summary>
    private static bool IsAmount(Figure figure) => figure.Value.Contains('%') || (figure.Value[0] != '第' && figure.Unit.Length > 0 && figure.Unit is not ("级" or "届" or "期" or "号" or "大" or "是"));

    /// <summary>The first two characters of what a figure counts: what follows it, else what stands before; null where neither is there.</summary>
    private static string? Head(Grounds grounds, Figure figure)
    {
        var text = grounds.Text;
        var after = figure.Span.End;
        // 6类10项以上适宜技术: the things come after the last of them.
        while (grounds.Figures.FirstOrDefault(f => f.Span.Start == after) is { } next) after = next.Span.End;
        if (after < text.Length && text[after] is '“' or '《') after++;
        if (after + 1 < text.Length && Chinese.IsHan(text[after]) && Chinese.IsHan(text[after + 1]) && text[after] != '的') return text.Substring(after, 2);
        var before = figure.Span.Start;
        while (grounds.Figures.FirstOrDefault(f => f.Span.End == before) is { } previous) before = previous.Span.Start;
        return before >= 2 && Chinese.IsHan(text[before - 1]) && Chinese.IsHan(text[before - 2]) ? text.Substring(before - 2, 2) : null;
    }

    /// <summary>新建30家 leaves out 改扩建 of 新建、改扩建托育机构30家: the figure is of both.</summary>
    private static string? MemberLost(ClaimReading claim, int segment)
    {
        var grounds = claim.Grounds;
        List<string> members = [];
        for (var s = segment - 1; s >= 0; s--)
        {
            var words = grounds.Segments[s].Of(grounds.Text);
            if (!words.EndsWith('、') || words.Length > LongestMember + 1 || grounds.Figures.Any(f => grounds.SegmentAt(f.Core.Start) == s)) break;
            members.Add(LastWord(grounds, grounds.Segments[s]));
        }

        if (members.Count == 0) return null;
        var start = grounds.Segments[segment].Start;
        var end = Math.Min(start + 2, grounds.Segments[segment].End);
        while (end < grounds.Text.Length && !grounds.IsBoundary(end)) end++;
        members.Add(grounds.Text[start..end]);
        return members.Exists(m => claim.Context.Contains(m, StringComparison.Ordinal)) ? members.Find(m => !claim.Context.Contains(m, StringComparison.Ordinal)) : null;
    }

    /// <summary>全市新建、: 新建.</summary>
    private static string LastWord(Grounds grounds, TextSpan segment)
    {
        var end = segment.End - 1;
        var start = Math.Max(segment.Start, end - 2);
        while (start > segment.Start && !grounds.IsBoundary(start)) start--;
        return grounds.Text[start..end];
    }

    /// <summary>The date is of all that the claim says.</summary>
    private static bool Dates(ClaimReading claim, TextSpan said, TextSpan date)
    {
        var (from, to) = ScopeOf(claim.Grounds, date);
        var part = PartAround(claim.Text, said);
        // 6月底前投用 does not date 建成.
        var done = claim.Grounds.Verbs[claim.Grounds.SegmentAt(date.Start)];
        if (done.Count > 0 && Predicates.Find(claim.Text).Count > 0 && !done.Any(v => claim.Text.Contains(v, StringComparison.Ordinal) || claim.Said.Any(p => p.Said.Contains(v, StringComparison.Ordinal)))) return false;
        return claim.Said.All(p => p.Span.Contains(said) || !p.Span.Overlaps(part) || Within(claim, p, part).Any(at => claim.Grounds.SegmentAt(at) >= from && claim.Grounds.SegmentAt(at) <= to));
    }

    /// <summary>First and last segment that a date is said of.</summary>
    private static (int From, int To) ScopeOf(Grounds grounds, TextSpan date)
    {
        var own = grounds.SegmentAt(date.Start);
        var segment = grounds.Segments[own];
        var rest = string.Concat(grounds.Text.AsSpan(segment.Start, date.Start - segment.Start), grounds.Text.AsSpan(date.End, segment.End - date.End));
        var (from, to) = (own, own);
        if (!rest.Any(char.IsLetterOrDigit) || rest.Trim(',') is "从" or "自" or "在" or "于" or "到")
        {
            // 年底前，…: of what follows, up to the next date.
            while (to + 1 < grounds.Segments.Count && Joins(grounds, own, to + 1)) to++;
        }
        else if (Completion.IsAllOf(rest))
        {
            // …，年底前全部建成: of what stands before, back to the date before.
            while (from > 0 && Joins(grounds, own, from - 1)) from--;
        }
        else
        {
            // 市图书馆、市博物馆延时开放至晚上9点
            while (from > 0 && grounds.Text[grounds.Segments[from - 1].End - 1] == '、' && Joins(grounds, own, from - 1)) from--;
        }

        return (from, to);
    }

    private static bool Joins(Grounds grounds, int own, int other) =>
        grounds.UnitAt(grounds.Segments[own].Start) == grounds.UnitAt(grounds.Segments[other].Start)
        && !grounds.Times.Any(t => TimePhrases.IsDate(t.Plain) && grounds.SegmentAt(t.Span.Start) == other);
}
