using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>What has to hold for a claim against the excerpt it cites. Each rule gives the fault, or null.</summary>
internal static partial class ClaimRules
{
    /// <summary>In the order in which a person would want to hear of them.</summary>
    public static ClaimFault? FaultOf(ClaimReading claim, string? shortAnswer) =>
        Times(claim) ?? Figures(claim) ?? Quotes(claim) ?? Words(claim) ?? DenialLost(claim)
        // 1633名, by itself, is the answer to the question.
        ?? (claim.Text == shortAnswer ? null : Owners.FaultOf(claim) ?? Statements.FaultOf(claim));

    private static ClaimFault? Times(ClaimReading claim)
    {
        foreach (var (span, plain) in claim.Times)
        {
            if (claim.Grounds.Times.Any(t => t.Plain == plain)) continue;
            // What an interview promises is of its year, unless it says another.
            if (plain == TimePhrases.ThisYear && claim.Grounds.Department is not null && !claim.Grounds.Times.Any(t => TimePhrases.IsAnotherYear(t.Plain))) continue;
            return new ClaimFault(GuardFault.WrongTime, span.Of(claim.Text));
        }

        return null;
    }

    private static ClaimFault? Figures(ClaimReading claim)
    {
        foreach (var figure in claim.Figures)
        {
            var said = figure.Span.Of(claim.Text);
            var same = claim.Grounds.Figures.Where(f => f.Value == figure.Value).ToArray();
            if (same.Length == 0) return new ClaimFault(GuardFault.WrongFigure, said);
            if (!same.Any(f => f.Unit == figure.Unit)) return new ClaimFault(GuardFault.WrongUnit, said);
            if (!same.Any(f => f.Unit == figure.Unit && f.Bound == figure.Bound)) return new ClaimFault(GuardFault.BoundChanged, said);
        }

        return null;
    }

    private static ClaimFault? Quotes(ClaimReading claim)
    {
        foreach (Match quote in Quoted().Matches(claim.Text))
        {
            var said = quote.Value[1..^1];
            if (!claim.Grounds.Text.Contains(said, StringComparison.Ordinal) && !claim.Grounds.About.Contains(said, StringComparison.Ordinal)) return new ClaimFault(GuardFault.WrongQuote, said);
        }

        return null;
    }

    private static ClaimFault? Words(ClaimReading claim)
    {
        foreach (var denial in claim.Denials)
        {
            // The excerpt's own denial, with what it denies.
            var borne = claim.Pieces.Any(p => p.Kind is PieceKind.Verbatim or PieceKind.About && p.Span.Contains(denial) && (p.Span.End >= denial.End + 2 || p.Span.End == claim.Text.Length || p.Span.Start <= denial.Start - 2));
            if (!borne) return new ClaimFault(GuardFault.Denied, denial.Of(claim.Text));
        }

        var unknown = claim.Pieces.FirstOrDefault(p => p.Kind == PieceKind.Unknown);
        if (unknown.Span.Length == 0) return null;
        var end = unknown.Span.End;
        foreach (var piece in claim.Pieces.Where(p => p.Kind == PieceKind.Unknown && p.Span.Start == end)) end = piece.Span.End;
        return new ClaimFault(GuardFault.UnknownWord, claim.Text[unknown.Span.Start..end]);
    }

    /// <summary>The excerpt denies what the claim says: 不再收取费用 is no 收取费用.</summary>
    private static ClaimFault? DenialLost(ClaimReading claim)
    {
        var grounds = claim.Grounds;
        if (grounds.Denials.Count == 0) return null;
        foreach (var piece in claim.Said)
        {
            TextSpan? lost = null;
            foreach (var at in claim.Places(piece))
            {
                lost = null;
                foreach (var denial in grounds.Denials)
                {
                    if (grounds.SegmentAt(denial.Start) != grounds.SegmentAt(at) || claim.Text.Contains(denial.Of(grounds.Text), StringComparison.Ordinal)) continue;
                    // 取消 may follow what it takes away; 不 stands before.
                    if (denial.Length > 1 || denial.End <= at) lost = denial;
                }

                if (lost is null) break;
            }

            if (lost is { } word) return new ClaimFault(GuardFault.Denied, word.Of(grounds.Text));
        }

        return null;
    }

    [GeneratedRegex("“[^“”]+”|《[^《》]+》|‘[^‘’]+’|「[^「」]+」|\"[^\"]+\"")]
    private static partial Regex Quoted();
}
