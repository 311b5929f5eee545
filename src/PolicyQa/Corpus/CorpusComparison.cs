namespace PolicyQa.Corpus;

/// <summary>What becomes new, changed and gone from one reading of a corpus to the next. Immutable.</summary>
/// <param name="Added">In the order of the later reading.</param>
/// <param name="Changed">The same.</param>
/// <param name="Gone">In the order of the earlier reading.</param>
/// <param name="Unchanged">How many stay as they are.</param>
public sealed record CorpusComparison(IReadOnlyList<Article> Added, IReadOnlyList<ArticleChange> Changed, IReadOnlyList<Article> Gone, int Unchanged)
{
    /// <summary>Nothing differs.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Gone.Count == 0;

    /// <summary>Articles are matched by id; one whose head was edited, and with it its id, by its file and its person.</summary>
    public static CorpusComparison Of(IReadOnlyList<Article> before, IReadOnlyList<Article> after)
    {
        var earlier = before.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var later = after.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var renamed = before.Where(a => !later.Contains(a.Id) && a.Speaker is not null)
            .GroupBy(Person).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single());
        List<Article> added = [];
        List<ArticleChange> changed = [];
        HashSet<string> matched = new(StringComparer.Ordinal);
        var unchanged = 0;
        foreach (var article in after)
        {
            if (!earlier.TryGetValue(article.Id, out var old) && (article.Speaker is null || !renamed.Remove(Person(article), out old)))
            {
                added.Add(article);
                continue;
            }

            matched.Add(old.Id);
            var differences = Differences(old, article);
            if (differences == ArticleDifference.None) unchanged++;
            else changed.Add(new ArticleChange(old, article, differences));
        }

        return new CorpusComparison(added, changed, [.. before.Where(a => !matched.Contains(a.Id))], unchanged);
    }

    private static (string, string?, string?) Person(Article article) => (article.SourcePath, article.Department, article.Speaker);

    private static ArticleDifference Differences(Article a, Article b) =>
        (a.Text == b.Text ? ArticleDifference.None : ArticleDifference.Text)
        | (a.Title == b.Title ? ArticleDifference.None : ArticleDifference.Title)
        | ((a.Department, a.Speaker, a.Post, a.Reporter) == (b.Department, b.Speaker, b.Post, b.Reporter) ? ArticleDifference.None : ArticleDifference.People)
        | (a.Year == b.Year ? ArticleDifference.None : ArticleDifference.Year)
        | (a.City == b.City ? ArticleDifference.None : ArticleDifference.City)
        | (a.SourcePath == b.SourcePath ? ArticleDifference.None : ArticleDifference.Source)
        | (a.Damages.SequenceEqual(b.Damages) ? ArticleDifference.None : ArticleDifference.Damage)
        | (a.Id == b.Id ? ArticleDifference.None : ArticleDifference.Address);
}
