using Lucene.Net.Analysis.TokenAttributes;
using PolicyQa.Analysis;
using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Retrieval;

/// <summary>BM25 of words and bigrams over articles; the best are read, their passages scored and the articles reranked. Thread-safe.</summary>
internal sealed class Retriever(IndexSnapshot snapshot, WordAnalyzer analyzer)
{
    /// <summary>A variant (synonym) of a question word counts this much of the word itself.</summary>
    private const float VariantWeight = 0.4f;

    /// <summary>Words carried over from an earlier question count this much.</summary>
    private const float HistoryWeight = 0.5f;

    private readonly Reranker _reranker = new(snapshot);

    private readonly RankFusion _fusion = new(snapshot);

    /// <summary>Searches for a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="scope">Article ids to search in; null searches all.</param>
    /// <param name="top">How many articles and passages to return at most.</param>
    /// <param name="trace">Notes how the list came about; null where nobody asked.</param>
    public Candidates Search(Question question, IReadOnlyCollection<string>? scope, int top, SearchTrace? trace = null)
    {
        var terms = Terms(question, Add);
        if (terms.Count == 0) return Candidates.None;
        List<(int Ordinal, double Score)> found;
        using (EngineMeasures.Stage("retrieve")) found = Run(terms, Terms(question, AddWords), scope, top);
        using var rerank = EngineMeasures.Stage("rerank");
        var (articles, passages) = _reranker.Read(Query(question), found);
        var ranked = Reranker.Ranked(articles, trace).Select(a => (a.Article.Ordinal, a.Score)).Concat(found.Skip(articles.Count));
        if (question.Embedded is { } embedded)
        {
            var (byBoth, passagesByBoth) = _fusion.Fuse(embedded, [.. ranked], Best(passages, Reranker.Depth), scope, trace);
            trace?.Passages(passagesByBoth.Take(top));
            return new Candidates([.. byBoth.Take(top)], [.. passagesByBoth.Take(top)]);
        }

        var best = Best(passages, top);
        trace?.Passages(best);
        return new Candidates([.. ranked.Take(top)], best);
    }

    /// <summary>What the ranker sees of a question: the articles it would reorder, and their features.</summary>
    public (IReadOnlyList<int> Articles, float[][] Features) RankingFeatures(Question question)
    {
        var terms = Terms(question, Add);
        if (terms.Count == 0) return ([], []);
        var (articles, _) = _reranker.Read(Query(question), Run(terms, Terms(question, AddWords), null, Reranker.Depth));
        return ([.. articles.Select(a => a.Ordinal)], [.. articles.Select(a => a.Features)]);
    }

    /// <summary>Passages for free text.</summary>
    public IReadOnlyList<(int Ordinal, double Score)> Passages(string text, IReadOnlyCollection<string>? scope, int top)
    {
        var folded = CharacterFolding.Fold(text);
        Dictionary<string, float> terms = new(StringComparer.Ordinal);
        Add(terms, folded, 1);
        Dictionary<string, float> words = new(StringComparer.Ordinal);
        AddWords(words, text, 1);
        if (terms.Count == 0) return [];
        var query = new RankQuery(folded, QuestionKind.Topic, [], snapshot);
        return Best(_reranker.Read(query, Run(terms, words, scope, top)).Passages, top);
    }

    private RankQuery Query(Question question) => new(question.SearchText, question.Kind, question.Focus, snapshot);

    private List<(int Ordinal, double Score)> Run(Dictionary<string, float> terms, Dictionary<string, float> words, IReadOnlyCollection<string>? scope, int top)
    {
        var scores = ArticleScores.Of(snapshot.Articles.Count);
        scores.Add(snapshot.Bigrams, terms);
        scores.Add(snapshot.Words, words);
        return scores.Best(Math.Max(top, Reranker.Depth), scope?.Select(snapshot.OrdinalOf));
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
        using var stream = analyzer.GetTokenStream(IndexFields.ArticleWords, folded);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var word = term.ToString()!;
            if (!StopWords.Contains(word)) terms.TryAdd(word, weight);
        }

        stream.End();
    }
}
