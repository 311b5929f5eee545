using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>Takes a claim apart into pieces of an excerpt and words that assert nothing, so that as few characters as possible are left over.</summary>
/// <param name="lexicon">Synonyms.</param>
internal sealed class Coverage(Lexicon lexicon)
{
    /// <summary>One character alone proves nothing.</summary>
    private const int ShortestPiece = 2;

    /// <summary>Pieces up to this length are looked for everywhere in the excerpt; longer ones where the longest begins.</summary>
    private const int Short = 6;

    private readonly int _longestSynonym = Math.Min(12, lexicon.LongestWord);

    private static readonly WordList Glue = WordList.Read("glue.txt");
    private static readonly WordList Exact = WordList.Read("exactwords.txt");

    /// <summary>The pieces, in text order, covering all of <paramref name="claim"/>.</summary>
    /// <param name="claim">Compact text.</param>
    /// <param name="grounds">The excerpt.</param>
    /// <param name="isChecked">Characters that are checked otherwise.</param>
    public IReadOnlyList<Piece> Of(string claim, Grounds grounds, bool[] isChecked)
    {
        var (common, places) = Longest(claim, grounds.Text, grounds);
        var (about, _) = Longest(claim, grounds.About);
        // From the end: best[i] is the cheapest way to cover claim[i..].
        var cost = new (int Unknown, int Pieces)[claim.Length + 1];
        var first = new Piece[claim.Length];
        for (var i = claim.Length - 1; i >= 0; i--)
        {
            var at = i;
            first[i] = new Piece(new TextSpan(i, i + 1), PieceKind.Unknown, "");
            cost[i] = (cost[i + 1].Unknown + 1, cost[i + 1].Pieces + 1);
            void Offer(int length, PieceKind kind, string said)
            {
                var rest = cost[at + length];
                var offered = (rest.Unknown, Pieces: rest.Pieces + (kind is PieceKind.Mark or PieceKind.Checked ? 0 : 1));
                if (offered.CompareTo(cost[at]) >= 0) return;
                cost[at] = offered;
                first[at] = new Piece(new TextSpan(at, at + length), kind, said);
            }

            // Of equals the first offered stays: what asserts nothing before what would have to fit.
            if (isChecked[i]) Offer(1, PieceKind.Checked, "");
            for (var length = Math.Min(Glue.Longest, claim.Length - i); length > 0; length--)
            {
                if (Glue.Contains(claim.AsSpan(i, length))) Offer(length, PieceKind.Glue, "");
            }

            for (var length = common[i]; length >= ShortestPiece; length--)
            {
                if (grounds.Piece(places[i], length) == length || (length <= Short && Holds(grounds, claim.AsSpan(i, length)))) Offer(length, PieceKind.Verbatim, claim.Substring(i, length));
            }

            if (char.IsPunctuation(claim[i]) && claim[i] is not ('%' or '@' or '#' or '&' or '/')) Offer(1, PieceKind.Mark, "");
            for (var length = about[i]; length >= ShortestPiece; length--) Offer(length, PieceKind.About, "");
            for (var length = Math.Min(_longestSynonym, claim.Length - i); length >= ShortestPiece; length--)
            {
                if (SynonymOf(claim.Substring(i, length), grounds) is { } said) Offer(length, PieceKind.Synonym, said);
            }
        }

        List<Piece> pieces = [];
        for (var i = 0; i < claim.Length; i = pieces[^1].Span.End) pieces.Add(first[i]);
        return pieces;
    }

    private string? SynonymOf(string word, Grounds grounds)
    {
        if (!lexicon.Knows(word) || Exact.Contains(word) || Questions.Qualifiers.Find(word).Count > 0) return null;
        foreach (var synonym in lexicon.Synonyms(word))
        {
            if (synonym.Length >= ShortestPiece && !Exact.Contains(synonym) && Holds(grounds, synonym)) return synonym;
        }

        return null;
    }

    private static bool Holds(Grounds grounds, ReadOnlySpan<char> words)
    {
        for (var from = 0; from < grounds.Text.Length;)
        {
            var at = grounds.Text.AsSpan(from).IndexOf(words);
            if (at < 0) return false;
            if (grounds.Piece(from + at, words.Length) == words.Length) return true;
            from += at + 1;
        }

        return false;
    }

    /// <summary>For each character of the claim, how many characters from there on stand in the text (of an excerpt: as one piece).</summary>
    private static (int[] Lengths, int[] Places) Longest(string claim, string text, Grounds? grounds = null)
    {
        var longest = new int[claim.Length];
        var places = new int[claim.Length];
        // run[p] = length of what claim[i..] and text[p..] have in common.
        var run = new int[text.Length + 1];
        for (var i = claim.Length - 1; i >= 0; i--)
        {
            for (var p = 0; p < text.Length; p++)
            {
                run[p] = claim[i] == text[p] ? run[p + 1] + 1 : 0;
                if (run[p] <= longest[i]) continue;
                var length = grounds?.Piece(p, run[p]) ?? run[p];
                if (length <= longest[i]) continue;
                (longest[i], places[i]) = (length, p);
            }
        }

        return (longest, places);
    }
}
