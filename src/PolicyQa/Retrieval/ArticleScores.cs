using PolicyQa.Indexing;

namespace PolicyQa.Retrieval;

/// <summary>A score for each article, added up term by term, and the best of them. Used again for the next question, by one thread.</summary>
internal sealed class ArticleScores
{
    /// <summary>A question of hostile length is scored by its first terms.</summary>
    private const int MostTerms = 512;

    [ThreadStatic]
    private static ArticleScores? t_scratch;

    // A heap with the worst of the best at its root: a lower score, and of equal scores a later article, is worse.
    private (float Score, int Ordinal)[] _best = [];
    private int _held;
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
        if (_best.Length < top) _best = new (float, int)[top];
        _held = 0;
        if (among is null)
        {
            for (var i = 0; i < _count; i++)
            {
                if (_scores[i] > 0) Consider(i, top);
            }
        }
        else
        {
            foreach (var i in among.Where(i => i >= 0).Distinct().Order())
            {
                if (_scores[i] > 0) Consider(i, top);
            }
        }

        var best = _best.AsSpan(0, _held);
        best.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Ordinal.CompareTo(b.Ordinal));
        List<(int Ordinal, double Score)> found = new(best.Length);
        foreach (var (score, ordinal) in best) found.Add((ordinal, score));
        return found;
    }

    /// <summary>Articles come in ascending order: where all places are taken, only a higher score gets one.</summary>
    private void Consider(int ordinal, int top)
    {
        var score = (float)_scores[ordinal];
        if (_held < top)
        {
            _best[_held++] = (score, ordinal);
            for (var i = _held - 1; i > 0 && IsWorse(_best[i], _best[(i - 1) / 2]); i = (i - 1) / 2) (_best[i], _best[(i - 1) / 2]) = (_best[(i - 1) / 2], _best[i]);
            return;
        }

        if (score <= _best[0].Score) return;
        _best[0] = (score, ordinal);
        for (var i = 0; ;)
        {
            var worst = i;
            if (2 * i + 1 < _held && IsWorse(_best[2 * i + 1], _best[worst])) worst = 2 * i + 1;
            if (2 * i + 2 < _held && IsWorse(_best[2 * i + 2], _best[worst])) worst = 2 * i + 2;
            if (worst == i) return;
            (_best[i], _best[worst]) = (_best[worst], _best[i]);
            i = worst;
        }
    }

    private static bool IsWorse((float Score, int Ordinal) a, (float Score, int Ordinal) b) => a.Score != b.Score ? a.Score < b.Score : a.Ordinal > b.Ordinal;
}
