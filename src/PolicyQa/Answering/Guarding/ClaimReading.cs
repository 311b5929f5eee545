using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>A claim held against one excerpt: what the rules look at.</summary>
internal sealed class ClaimReading
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The claim.</param>
    /// <param name="before">The clause before it in the same sentence; empty for the first.</param>
    /// <param name="grounds">The excerpt.</param>
    /// <param name="named">Characters of names, checked already: 张一凡 counts nothing.</param>
    /// <param name="coverage">Takes it apart.</param>
    public ClaimReading(string text, string before, Grounds grounds, bool[] named, Coverage coverage)
    {
        Text = text;
        Context = before + text;
        Grounds = grounds;
        Times = TimePhrases.Find(text, grounds.Year);
        Figures = [.. FigureFinder.Find(text).Where(f => !Times.Any(t => t.Span.Overlaps(f.Core)) && !GlueNumerals.Hold(text, f.Core) && !named[f.Core.Start])];
        Denials = Guarding.Denials.Find(text);
        var isChecked = (bool[])named.Clone();
        foreach (var time in Times) Mark(isChecked, time.Span);
        foreach (var figure in Figures)
        {
            Mark(isChecked, figure.Span);
            if (figure.Apart is { } bound) Mark(isChecked, bound);
        }

        Pieces = coverage.Of(text, grounds, isChecked);
        Said = [.. Pieces.Where(p => p.Kind is PieceKind.Verbatim or PieceKind.Synonym)];
    }

    public string Text { get; }

    /// <summary>With the clause before it.</summary>
    public string Context { get; }

    public Grounds Grounds { get; }

    public IReadOnlyList<(TextSpan Span, string Plain)> Times { get; }

    public IReadOnlyList<Figure> Figures { get; }

    public IReadOnlyList<TextSpan> Denials { get; }

    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>Pieces that the excerpt has, in these words or others.</summary>
    public IReadOnlyList<Piece> Said { get; }

    /// <summary>It is more than words that assert nothing.</summary>
    public bool SaysSomething => Said.Count > 0 || Figures.Count > 0 || Times.Any(t => t.Plain != TimePhrases.ThisYear) || Pieces.Any(p => p.Kind == PieceKind.About);

    /// <summary>Characters that nothing bears out.</summary>
    public int Unknown => Pieces.Count(p => p.Kind == PieceKind.Unknown);

    /// <summary>Every place of the excerpt that has the piece.</summary>
    public IEnumerable<int> Places(Piece piece)
    {
        for (var from = 0; from < Grounds.Text.Length;)
        {
            var at = Grounds.Text.IndexOf(piece.Said, from, StringComparison.Ordinal);
            if (at < 0) yield break;
            yield return at;
            from = at + 1;
        }
    }

    private static void Mark(bool[] marks, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++) marks[i] = true;
    }
}
