using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.Analysis;

/// <summary>Words that no dictionary has and the pages teach: departments, people, and terms in quotation marks (“蒙科聚”).</summary>
public static partial class LearntWords
{
    private const int LongestQuoted = 8;

    /// <summary>Folded words of two and more characters, without repetition, in the order of the pages.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Article> articles, Lexicon lexicon) =>
        [.. articles.SelectMany(Of).Concat(lexicon.OwnWords).Where(w => w.Length >= 2).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(Article article)
    {
        if (article.Kind == ArticleKind.Plain) yield break;
        foreach (var name in article.DepartmentAliases.Append(article.Department).OfType<string>().Select(CharacterFolding.Fold))
        {
            yield return name;
            if (name.Length > 3 && name[0] is '市' or '区' or '县') yield return name[1..];
        }

        foreach (var name in new[] { article.Speaker, article.Reporter }.OfType<string>().SelectMany(n => n.Split('、'))) yield return CharacterFolding.Fold(name);
        foreach (Match quoted in QuotedTerm().Matches(CharacterFolding.Fold(article.Text)))
        {
            if (quoted.Groups[1].Length <= LongestQuoted) yield return quoted.Groups[1].Value;
        }
    }

    [GeneratedRegex("“([\\u4e00-\\u9fff]{2,})”")]
    private static partial Regex QuotedTerm();
}
