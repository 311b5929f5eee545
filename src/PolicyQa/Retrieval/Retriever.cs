using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicyQa.Analysis;
using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>BM25 over whole articles and over passages, added up; the articles of a question are then reranked. Thread-safe.</summary>
internal sealed class Retriever(IndexSnapshot snapshot, WordAnalyzer analyzer)
{
    /// <summary>A variant (synonym) of a question word counts this much of the word itself.</summary>
    private const float VariantWeight = 0.4f;

    /// <summary>Words and bigrams weigh the same: measured on seven sets, no other ratio was better on most (see the quality log).</summary>
    private const float BigramWeight = 1;

    /// <inheritdoc cref="BigramWeight"/>
    private const float WordWeight = 1;

    /// <summary>Share of the passage's inherited context (headline, department, section label).</summary>
    private const float ContextWeight = 0.3f;

    /// <summary>Share of the best passage in an article's score.</summary>
    private const double PassageShare = 0.5;

    /// <summary>Share of the article's score in a passage's.</summary>
    private const double ArticleShare = 0.3;

    private readonly Reranker _reranker = new(snapshot);

    /// <summary>Words carried over from an earlier question count this much.</summary>
    private const float HistoryWeight = 0.5f;

    /// <summary>Searches for a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="scope">Article ids to search in; null searches all.</param>
    /// <param name="top">How many articles and passages to return at most.</param>
    /// <param name="trace">Notes how the list came about; null where nobody asked.</param>
    public Candidates Search(Question question, IReadOnlyCollection<string>? scope, int top, SearchTrace? trace = null)
    {
        var terms = Terms(question, Add);
        if (terms.Count == 0) return Candidates.None;
        var (articles, passages) = Search(terms, Terms(question, AddWords), scope, top);
        trace?.Passages(passages);
        return Found(_reranker.Rerank(question, articles, trace), passages, top);
    }

    /// <summary>What the ranker sees of a question: the articles it would reorder, and their features.</summary>
    public (IReadOnlyList<int> Articles, float[][] Features) RankingFeatures(Question question)
    {
        var (articles, _) = Search(Terms(question, Add), Terms(question, AddWords), null, Reranker.Depth);
        return ([.. articles.Take(Reranker.Depth).Select(a => a.Ordinal)], _reranker.Features(question, articles));
    }

    /// <summary>Searches for free text.</summary>
    public Candidates Search(string text, IReadOnlyCollection<string>? scope, int top)
    {
        Dictionary<string, float> terms = new(StringComparer.Ordinal);
        Add(terms, CharacterFolding.Fold(text), 1);
        Dictionary<string, float> words = new(StringComparer.Ordinal);
        AddWords(words, text, 1);
        if (terms.Count == 0) return Candidates.None;
        var (articles, passages) = Search(terms, words, scope, top);
        return Found(articles, passages, top);
    }

    private static Candidates Found(IReadOnlyList<FirstStage> articles, IReadOnlyList<(int Ordinal, double Score)> passages, int top) =>
        new([.. articles.Take(top).Select(a => (a.Ordinal, a.Whole))], passages);

    private (IReadOnlyList<FirstStage> Articles, IReadOnlyList<(int Ordinal, double Score)> Passages) Search(Dictionary<string, float> terms, Dictionary<string, float> words, IReadOnlyCollection<string>? scope, int top)
    {
        var articles = Run(Query(scope, (terms, IndexFields.ArticleBigrams, BigramWeight), (words, IndexFields.ArticleWords, WordWeight)), Math.Max(top, 200), snapshot.ArticleOrdinal);
        var passages = Run(Query(scope, (terms, IndexFields.PassageBigrams, BigramWeight), (words, IndexFields.PassageWords, WordWeight), (terms, IndexFields.PassageContext, ContextWeight)), Math.Max(top, 200), snapshot.PassageOrdinal);
        Dictionary<int, double> own = articles.ToDictionary(a => a.Ordinal, a => a.Score);
        Dictionary<int, double> best = [];
        foreach (var (passage, score) in passages)
        {
            var article = snapshot.OrdinalOf(snapshot.Passages[passage].ArticleId);
            if (score > best.GetValueOrDefault(article)) best[article] = score;
        }

        double Whole(int article) => own.GetValueOrDefault(article) + PassageShare * best.GetValueOrDefault(article);
        var found = own.Keys.Union(best.Keys).Select(a => new FirstStage(a, Whole(a), own.GetValueOrDefault(a), best.GetValueOrDefault(a)));
        return (
            [.. found.OrderByDescending(f => f.Whole).ThenBy(f => f.Ordinal)],
            Best(passages.Select(p => (p.Ordinal, p.Score + ArticleShare * Whole(snapshot.OrdinalOf(snapshot.Passages[p.Ordinal].ArticleId)))), top));
    }

    private List<(int Ordinal, double Score)> Run(Query query, int top, Func<int, int> ordinal)
    {
        var hits = snapshot.Searcher.Search(query, top).ScoreDocs;
        List<(int, double)> found = new(hits.Length);
        foreach (var hit in hits) found.Add((ordinal(hit.Doc), hit.Score));
        return found;
    }

    /// <summary>Equal scores are ordered by ordinal, so that the same question always gets the same list.</summary>
    private static List<(int Ordinal, double Score)> Best(IEnumerable<(int Ordinal, double Score)> scored, int top) =>
        [.. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Ordinal).Take(top)];

    private static Dictionary<string, float> Terms(Question question, Action<Dictionary<string, float>, string, float> add)
    {
        Dictionary<string, float> terms = new(StringComparer.Ordinal);
        add(terms, question.SearchText, 1);
        foreach (var term in question.Focus)
        {
            add(terms, term.Text, term.FromHistory ? HistoryWeight : 1);
            foreach (var variant in term.Variants) add(terms, variant, VariantWeight);
        }

        return terms;
    }

    private static void Add(Dictionary<string, float> terms, string folded, float weight)
    {
        var scanner = new BigramScanner(folded);
        while (scanner.MoveNext())
        {
            var term = folded.Substring(scanner.Start, scanner.Length);
            if (scanner.Length == 1 && StopWords.Contains(term)) continue;
            terms.TryAdd(term, weight);
        }
    }

    private void AddWords(Dictionary<string, float> terms, string folded, float weight)
    {
        using var stream = analyzer.GetTokenStream(IndexFields.PassageWords, folded);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var word = term.ToString()!;
            if (!StopWords.Contains(word)) terms.TryAdd(word, weight);
        }

        stream.End();
    }

    private static BooleanQuery Query(IReadOnlyCollection<string>? scope, params ReadOnlySpan<(Dictionary<string, float> Terms, string Field, float Weight)> fields)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var (terms, field, weight) in fields)
        {
            foreach (var (term, boost) in terms.Take(BooleanQuery.MaxClauseCount / fields.Length))
                any.Add(new TermQuery(new Term(field, term)) { Boost = boost * weight }, Occur.SHOULD);
        }

        if (scope is null) return any;
        var within = new BooleanQuery(disableCoord: true) { Boost = 0 };
        foreach (var id in scope.Take(BooleanQuery.MaxClauseCount)) within.Add(new TermQuery(new Term(IndexFields.ArticleId, id)), Occur.SHOULD);
        return new BooleanQuery(disableCoord: true) { { any, Occur.MUST }, { within, Occur.MUST } };
    }
}
