using PolicyQa.Indexing;

namespace PolicyQa.Retrieval;

/// <summary>A score for each article, added up term by term, and the best of them. Used again for the next question, by one thread.</summary>
internal sealed class ArticleScores
{
    /// <summary>A question of hostile length is scored by its first terms.</summary>
    private const int MostTerms = 512;

    [ThreadStatic]
    private static ArticleScores? t_scratch;

    private readonly PriorityQueue<int, (float Score, int Later)> _worst = new();
    private double[] _scores = [];
    private int _count;

    /// <summary>This thread's, all at 0.</summary>
    public static ArticleScores Of(int articles)
    {
        var scratch = t_scratch ??= new ArticleScores();
        if (scratch._scores.Length < articles) scratch._scores = new double[articles];
        else Array.Clear(scratch._scores, 0, articles);
        scratch._count = articles;
        return scratch;
    }

    /// <summary>Adds what the terms of one field are worth, each times its weight.</summary>
    public void Add(PostingTable field, Dictionary<string, float> terms)
    {
        foreach (var (text, boost) in terms.Take(MostTerms))
        {
            if (field.Find(text) is >= 0 and var term) field.Score(term, boost, _scores.AsSpan(0, _count));
        }
    }

    /// <summary>Articles that hold any term, best first; of equal scores the one that comes first in the corpus.</summary>
    /// <param name="top">At most so many.</param>
    /// <param name="among">Ordinals to choose from, -1 for none; null chooses from all.</param>
    public List<(int Ordinal, double Score)> Best(int top, IEnumerable<int>? among)
    {
        _worst.Clear();
        var least = 0f;
        if (among is null)
        {
            for (var i = 0; i < _count; i++)
            {
                if (_scores[i] > least) Consider(i, top, ref least);
            }
        }
        else
        {
            foreach (var i in among.Where(i => i >= 0).Distinct().Order())
            {
                if (_scores[i] > least) Consider(i, top, ref least);
            }
        }

        var best = new List<(int Ordinal, double Score)>(_worst.Count);
        while (_worst.TryDequeue(out var ordinal, out var rank)) best.Add((ordinal, rank.Score));
        best.Reverse();
        return best;
    }

    private void Consider(int ordinal, int top, ref float least)
    {
        var score = (float)_scores[ordinal];
        if (score <= least) return;
        if (_worst.Count == top) _worst.DequeueEnqueue(ordinal, (score, -ordinal));
        else _worst.Enqueue(ordinal, (score, -ordinal));
        if (_worst.Count == top && _worst.TryPeek(out _, out var worst)) least = worst.Score;
    }
}
