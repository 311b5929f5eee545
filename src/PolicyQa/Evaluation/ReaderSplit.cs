using PolicyQa.Corpus;

namespace PolicyQa.Evaluation;

/// <summary>Which articles of its training set the reader has never seen: they judge it, and the gate learns from them.</summary>
public static class ReaderSplit
{
    /// <summary>The set that is split, as its file is named.</summary>
    public const string LearntFrom = "cmrc-train";

    /// <summary>True for one in twenty.</summary>
    public static bool HeldOut(int index) => index % 20 == 7;

    /// <summary>The questions on articles that the reader has never seen.</summary>
    public static IReadOnlyList<EvaluationQuestion> Unseen(IReadOnlyList<Article> articles, IEnumerable<EvaluationQuestion> questions)
    {
        var ids = articles.Where((_, i) => HeldOut(i)).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return [.. questions.Where(q => q.Gold.PassageIds.Any(ids.Contains))];
    }
}
