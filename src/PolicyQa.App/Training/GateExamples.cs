using PolicyQa.Answering;
using PolicyQa.Corpus;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Training;

/// <summary>
/// Makes examples out of a question set all of whose questions have an answer: as asked, and in five ways without one.
/// Wrong pools keep what looks most like the answer, or a gate learnt on them would be fooled by the first near miss.
/// </summary>
internal sealed class GateExamples(IReadOnlyList<Article> articles, IReadOnlyList<EvaluationQuestion> questions, int seed)
{
    /// <summary>How many articles a question ranks, to find those that look most like its own.</summary>
    public const int Depth = 10;

    private static readonly EngineOptions AnswerAlways = new() { Threshold = 0 };

    private readonly Dictionary<string, Article> _byId = articles.ToDictionary(a => a.Id, StringComparer.Ordinal);

    /// <summary>Questions whose article and answer are known; nothing can be taken away from others.</summary>
    private readonly EvaluationQuestion[] _questions =
        [.. questions.Where(q => q.Gold.Answers.Count > 0 && q.Gold.PassageIds.Count > 0 && !string.IsNullOrWhiteSpace(q.Request.Question) && articles.Any(a => a.Id == q.Gold.PassageIds.First()))];

    /// <summary>All examples; the same for the same files and seed.</summary>
    public IReadOnlyList<GateExample> Make(CancellationToken cancellationToken)
    {
        List<GateExample> made = [];
        using (var all = QaEngine.ForArticles(articles, AnswerAlways))
        {
            var ranked = _questions.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(q => all.Ask(q.Request)).ToArray();
            made.AddRange(_questions.Zip(ranked).SelectMany(p => Example("asked", p.First, p.Second, true)));
            made.AddRange(_questions.Zip(ranked).AsParallel().AsOrdered().WithCancellation(cancellationToken).SelectMany(p => Scoped(all, p.First, p.Second.Ranked)));
            made.AddRange(_questions.AsParallel().AsOrdered().WithCancellation(cancellationToken).SelectMany((q, i) => Swapped(all, q, i)));
        }

        made.AddRange(Absent(cancellationToken));
        for (var round = 0; round < 2; round++) made.AddRange(Cut(round, cancellationToken));
        return made;
    }

    /// <summary>In five articles, in one; with the right one and without.</summary>
    private IEnumerable<GateExample> Scoped(QaEngine all, EvaluationQuestion q, IReadOnlyList<string> ranked)
    {
        string[] others = [.. ranked.Where(r => !q.Gold.PassageIds.Contains(r))];
        if (others.Length == 0) yield break;
        var gold = q.Gold.PassageIds.First();
        foreach (var (origin, within, answerable) in new (string, string[], bool)[]
        {
            ("few", [.. others.Take(4), gold], true), ("one", [gold], true),
            ("without", [.. others.Take(5)], false), ("near", [others[0]], false),
        })
        {
            foreach (var e in Example(origin, q, all.Ask(q.Request with { Within = within }), answerable)) yield return e;
        }
    }

    /// <summary>The same question of something else: another year or number, another article's name.</summary>
    private IEnumerable<GateExample> Swapped(QaEngine all, EvaluationQuestion q, int i)
    {
        var random = new Random(seed + i);
        var text = q.Request.Question;
        var title = _byId[q.Gold.PassageIds.First()].Title;
        var other = articles[random.Next(articles.Count)].Title;
        var digit = Digit(text);
        var swapped = digit >= 0 && random.Next(2) == 0 ? string.Concat(text.AsSpan(0, digit), Next(text[digit]), text.AsSpan(digit + 1))
            : title.Length >= 2 && text.Contains(title, StringComparison.Ordinal) && other != title ? text.Replace(title, other, StringComparison.Ordinal)
            : null;
        return swapped is null ? [] : Example("swapped", q, all.Ask(q.Request with { Question = swapped }), false);
    }

    /// <summary>The last digit of the first number, so that a year stays a year of its time; -1 where there is none.</summary>
    private static int Digit(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('0', '9');
        while (at >= 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) at++;
        return at;
    }

    private static ReadOnlySpan<char> Next(char digit) => new[] { digit == '9' ? '0' : (char)(digit + 1) };

    /// <summary>Asked of the other half of the articles; paragraphs of the same encyclopedia article may well be there.</summary>
    private IEnumerable<GateExample> Absent(CancellationToken cancellationToken)
    {
        for (var half = 0; half < 2; half++)
        {
            Article[] pool = [.. articles.Where((_, i) => i % 2 == half)];
            var ids = pool.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
            using var engine = QaEngine.ForArticles(pool, AnswerAlways);
            foreach (var e in _questions.Where(q => !q.Gold.PassageIds.Any(ids.Contains)).AsParallel().AsOrdered().WithCancellation(cancellationToken).SelectMany(q => Example("absent", q, engine.Ask(q.Request), false))) yield return e;
        }
    }

    /// <summary>Asked of the articles without the sentences that hold the answer, one question an article and round.</summary>
    private IEnumerable<GateExample> Cut(int round, CancellationToken cancellationToken)
    {
        var chosen = _questions.GroupBy(q => q.Gold.PassageIds.First(), StringComparer.Ordinal).Where(g => g.Count() > round)
            .ToDictionary(g => g.Key, g => g.ElementAt(round), StringComparer.Ordinal);
        Article[] pool = [.. articles.Select(a => chosen.TryGetValue(a.Id, out var q) ? Without(a, q.Gold.Answers) : a)];
        using var engine = QaEngine.ForArticles(pool, AnswerAlways);
        return [.. chosen.Values.AsParallel().AsOrdered().WithCancellation(cancellationToken).SelectMany(q => Example("cut", q, engine.Ask(q.Request), false))];
    }

    private static Article Without(Article article, IReadOnlyList<string> answers)
    {
        var kept = SentenceBoundaries.Split(article.Text, 0, article.Text.Length).Select(s => s.Of(article.Text))
            .Where(s => !answers.Any(a => s.Contains(a, StringComparison.Ordinal) || a.Contains(s, StringComparison.Ordinal)));
        return PlainArticle.From(article.Id, article.Title, string.Concat(kept) is { Length: > 0 } text ? text : "。");
    }

    private static IEnumerable<GateExample> Example(string origin, EvaluationQuestion q, Answer answer, bool answerable) =>
        answer.Seen.Count == 0 ? [] : [new GateExample(origin, q.Gold.PassageIds.FirstOrDefault() ?? q.Id, answerable, answerable && q.Gold.Answers.Count > 0 && AnswerScore.Of(answer, q.Gold).Right, answer.Seen)];
}
