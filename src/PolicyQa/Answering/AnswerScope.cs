using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Which articles may answer a question: those of the department, city and person it names, of the latest year unless it names one.</summary>
internal sealed class AnswerScope(IndexSnapshot snapshot, Catalog catalog)
{
    /// <summary>Some department speaks in several years.</summary>
    private readonly bool _hasOutdated = Latest(snapshot.Articles).Count() < snapshot.Articles.Count;

    /// <summary>Article ids; null where nothing restricts the question.</summary>
    public IReadOnlyCollection<string>? Of(Question question, IReadOnlyCollection<string>? within)
    {
        var meansLatest = question is { Year: null, YearOffset: 0 };
        if ((Named(question) ?? (meansLatest && _hasOutdated ? snapshot.Articles : null)) is not { } named) return within;
        var articles = named.Where(a => FitsCity(question, a));
        // 今年 and no year at all mean the latest interview of each department.
        if (meansLatest) articles = Latest(articles);
        var ids = articles.Select(a => a.Id);
        return [.. within is null ? ids : ids.Intersect(within)];
    }

    /// <summary>The cities between which a question about a department leaves the choice; fewer than two where it is clear.</summary>
    public IReadOnlyList<string> OpenCities(Question question) =>
        question.City is not null || question.ForeignPlace is not null || question.Departments.Count == 0
            ? []
            : [.. snapshot.Articles.Where(a => a.Department is { } d && question.Departments.Contains(d)).Select(a => a.City).OfType<string>().Distinct(StringComparer.Ordinal)];

    private IEnumerable<Article>? Named(Question question)
    {
        if (question.Departments.Count > 0) return snapshot.Articles.Where(a => a.Department is { } d && question.Departments.Contains(d));
        // 简素心是哪所大学毕业的: only her own interview can tell.
        if (question.People.Count > 0) return snapshot.Articles.Where(a => question.People.Any(p => a.Speaker == p || a.Reporter?.Contains(p, StringComparison.Ordinal) == true));
        return question.City is not null && catalog.Cities.Count > 1 ? snapshot.Articles : null;
    }

    /// <summary>Pages that are no department's are all kept: nothing says that a later one replaces them.</summary>
    private static IEnumerable<Article> Latest(IEnumerable<Article> articles) =>
        articles.GroupBy(a => (a.Department, a.City)).SelectMany(g => g.Where(a => a.Department is null || a.Year is null || a.Year == g.Max(x => x.Year)));

    private static bool FitsCity(Question question, Article article) =>
        question.City is not { } city || article.City is not { } own || CharacterFolding.Fold(own).Contains(city, StringComparison.Ordinal);
}
