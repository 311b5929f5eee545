using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>公办幼儿园5所、民办幼儿园8所 for 多少所幼儿园: parts that rule each other out, of which the question names none. Only together are they an answer.</summary>
internal static class Parts
{
    /// <summary>Each part from its qualifier to its figure, in text order; empty where the figure is no such part.</summary>
    public static List<TextSpan> Of(Question question, string text, Quantity quantity)
    {
        var clause = Clauses.At(text, quantity.Number.Start);
        if (Qualifiers.Find(clause.Of(text)).Count < 2) return [];
        var quantities = QuantityFinder.Find(clause.Of(text));
        if (quantities.Count < 2) return [];
        List<(int Group, string Name, TextSpan Span)> parts = [];
        var start = 0;
        foreach (var one in quantities.Where(q => q.Unit == quantity.Unit))
        {
            var piece = clause.Of(text)[start..one.Span.End];
            if (Qualifiers.Find(piece) is [var qualifier, ..])
                parts.Add((qualifier.Group, qualifier.Text, new TextSpan(clause.Start + start + piece.IndexOf(qualifier.Text, StringComparison.Ordinal), clause.Start + one.Span.End)));
            start = one.Span.End;
        }

        if (parts.Find(p => p.Span.Contains(quantity.Number)) is not { Name: not null } own) return [];
        var same = parts.FindAll(p => p.Group == own.Group);
        return same.Count < 2 || same.DistinctBy(p => p.Name).Count() < same.Count || question.Qualifiers.Any(q => q.Group == own.Group) ? [] : [.. same.Select(p => p.Span)];
    }
}
