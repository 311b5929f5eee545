using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>Cuts a clause at those 、 that part promises: before a verb (改造…、加装…), or between things each with its figure (企业16家、学校30所).</summary>
internal static partial class PieceCutter
{
    /// <summary>Pieces in text order; together the clause without the 、 between them.</summary>
    public static IEnumerable<TextSpan> Cut(string text, TextSpan clause, IReadOnlyList<FoundQuantity> quantities, IReadOnlyList<TextSpan> times)
    {
        var (start, depth) = (clause.Start, 0);
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (text[i] is '“' or '《' or '(' or '‘') depth++;
            if (text[i] is '”' or '》' or ')' or '’') depth--;
            if (text[i] != '、' || depth > 0) continue;
            var next = NextComma(text, i + 1, clause.End);
            if (!Parts(text, new TextSpan(start, i), new TextSpan(i + 1, next), clause.End, quantities, times)) continue;
            yield return new TextSpan(start, i);
            start = i + 1;
        }

        yield return new TextSpan(start, clause.End);
    }

    private static bool Parts(string text, TextSpan left, TextSpan right, int end, IReadOnlyList<FoundQuantity> quantities, IReadOnlyList<TextSpan> times)
    {
        var leftCounts = quantities.Any(q => left.Contains(q.Span));
        if (leftCounts && quantities.FirstOrDefault(q => right.Contains(q.Span)) is { Quantity: not null } counted)
        {
            var thing = new TextSpan(right.Start, counted.Span.Start).Of(text) + new TextSpan(counted.Span.End, right.End).Of(text);
            return thing.Length >= 2 && !Attribute().IsMatch(thing);
        }

        if (PredicateFinder.BeginsHere(text, right with { End = end }, times) && PredicateFinder.BeginsHere(text, right, times))
        {
            // 支持、鼓励…: the first verb has no object of its own yet.
            var (head, _) = PredicateFinder.Head(text, left, times);
            return head < left.End && !(PromiseWords.VerbAt(text, head) is { } verb && head + verb.Length >= left.End) && HasVerb(text, left, times);
        }

        return false;
    }

    private static bool HasVerb(string text, TextSpan piece, IReadOnlyList<TextSpan> times) => PredicateFinder.Find(text, piece, [], times) is not null;

    private static int NextComma(string text, int at, int end)
    {
        var depth = 0;
        for (; at < end; at++)
        {
            if (text[at] is '“' or '《' or '(' or '‘') depth++;
            if (text[at] is '”' or '》' or ')' or '’') depth--;
            if (text[at] == '、' && depth <= 0) return at;
        }

        return end;
    }

    /// <summary>里程156公里: of the thing before, not a thing of its own.</summary>
    [GeneratedRegex("^(?:总|年度|计划)?(?:里程|投资|总投资|面积|规模|容量|长度|全长|产值|造价)")]
    private static partial Regex Attribute();
}
