using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using PolicyQa.Passages;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>Plain search for people who want to look for themselves.</summary>
internal sealed class PassageSearch(IndexSnapshot snapshot, Catalog catalog, Retriever retriever)
{
    public IReadOnlyList<PassageHit> Find(string query, string? department, int top)
    {
        IReadOnlyCollection<string>? scope = null;
        if (!string.IsNullOrWhiteSpace(department))
        {
            if (catalog.Departments.Find(department) is not { } found) return [];
            scope = [.. found.Articles];
        }

        if (string.IsNullOrWhiteSpace(query))
        {
            return [.. snapshot.Passages.Where(p => p.Section.Role is SectionRole.Lead or SectionRole.Body && scope?.Contains(p.ArticleId) != false)
                .Take(top).Select(p => new PassageHit(snapshot.ArticleOf(p), p, 0, []))];
        }

        var hits = retriever.Passages(query, scope, top);
        return [.. hits.Select(h => Hit(snapshot.Passages[h.Ordinal], h.Score, CharacterFolding.Fold(query)))];
    }

    private PassageHit Hit(Passage passage, double score, string query)
    {
        var article = snapshot.ArticleOf(passage);
        var text = CharacterFolding.Fold(passage.Span.Of(article.Text));
        var marked = new bool[text.Length];
        var scanner = new BigramScanner(query);
        while (scanner.MoveNext())
        {
            var term = query.AsSpan(scanner.Start, scanner.Length);
            for (var at = 0; at + term.Length <= text.Length; at++)
            {
                if (text.AsSpan(at, term.Length).SequenceEqual(term)) Array.Fill(marked, true, at, term.Length);
            }
        }

        List<TextSpan> highlights = [];
        for (var i = 0; i < marked.Length; i++)
        {
            if (!marked[i]) continue;
            var end = i;
            while (end < marked.Length && marked[end]) end++;
            highlights.Add(new TextSpan(passage.Start + i, passage.Start + end));
            i = end;
        }

        return new PassageHit(article, passage, Math.Round(score, 4), highlights);
    }
}
