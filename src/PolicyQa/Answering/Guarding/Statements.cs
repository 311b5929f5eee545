namespace PolicyQa.Answering.Guarding;

/// <summary>The excerpt's words say in a claim what they say in the excerpt: 建成A、推进B does not become 建成B.</summary>
internal static class Statements
{
    public static ClaimFault? FaultOf(ClaimReading claim)
    {
        var grounds = claim.Grounds;
        if (claim.Said.Count == 0) return null;
        var units = claim.Said.Select(p => claim.Places(p).Select(grounds.UnitAt).ToHashSet()).ToArray();
        if (!units[0].Any(u => units.All(others => others.Contains(u)))) return new ClaimFault(GuardFault.Recombined, null);
        var verbs = Predicates.Find(claim.Text);
        if (verbs.Count > 0)
        {
            foreach (var piece in claim.Said)
            {
                if (!claim.Places(piece).Any(at => Agree(claim, verbs, grounds.Verbs[grounds.SegmentAt(at)]))) return new ClaimFault(GuardFault.Recombined, piece.Said);
            }
        }

        return Turned(claim) is { } turned ? new ClaimFault(GuardFault.Recombined, turned) : null;
    }

    /// <summary>One of the verbs is said of these words in the excerpt, or the excerpt says nothing of them.</summary>
    private static bool Agree(ClaimReading claim, IReadOnlyList<string> verbs, IReadOnlyList<string> there) =>
        there.Count == 0 || there.Any(v => verbs.Contains(v) || claim.Said.Any(p => p.Said.Contains(v, StringComparison.Ordinal)));

    /// <summary>A支持B does not become B支持A.</summary>
    private static string? Turned(ClaimReading claim)
    {
        var grounds = claim.Grounds;
        var things = claim.Said.Where(p => !Predicates.AreAll(p.Said)).Select(p => (Piece: p, Places: claim.Places(p).ToArray())).Where(p => p.Places.Length == 1).ToArray();
        for (var i = 1; i < things.Length; i++)
        {
            var (first, second) = (things[i - 1], things[i]);
            var (start, end) = (second.Places[0] + second.Piece.Said.Length, first.Places[0]);
            if (start > end || grounds.SegmentAt(end) != grounds.SegmentAt(start - 1)) continue;
            // 1633名教科研补充: what stands between the two in the excerpt, their own verbs included.
            if (Predicates.Find(grounds.Text[start..end]).Count > 0) return second.Piece.Said;
        }

        return null;
    }
}
