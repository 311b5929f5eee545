using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>An article as it reads, with its sections listed, its damaged stretches explained and, where one is asked for, a place in it marked.</summary>
internal static partial class ArticlePage
{
    private const int MostWords = 16;

    /// <summary>A section's own first words: up to where its first clause ends.</summary>
    [GeneratedRegex(@"[^，。；：！？,;\n]+")]
    private static partial Regex FirstClause { get; }

    /// <summary>The whole page.</summary>
    /// <param name="article">The article.</param>
    /// <param name="place">The place to mark; null marks nothing (the script may, from the address's fragment).</param>
    /// <param name="showLines">Whether source lines are numbered in the margin.</param>
    /// <param name="otherLines">This address with the line numbers switched.</param>
    public static Page Render(Article article, CitedPlace? place, bool showLines, string otherLines)
    {
        var title = article.Title.Length == 0 ? article.Id : article.Title;
        Html heading = article.Sections.Any(s => s.Role == SectionRole.Headline) ? Html.Empty : $"<h1>{title}</h1>";
        Html legend = showLines ? $"""<p class="legend">左侧数字是原文件 {article.SourcePath} 的行号。</p>""" : Html.Empty;
        return new Page(
            title,
            $"""
            <article class="{(showLines ? "article lined" : "article")}">
            {Contents(article)}
            <div class="reading"><p class="about">{About(article)}</p>{heading}
            {new ArticleText(article, place, showLines).Render(Html.Join([Damages(article), legend]))}
            <footer class="source"><p>原文：{article.SourcePath}{Lines(article)}</p><p class="hash">文件指纹 SHA-256：{article.SourceHash}</p>
            <p class="tools"><a class="lines" href="{otherLines}">{(showLines ? "隐藏原文行号" : "显示原文行号")}</a><a href="/">提问</a></p></footer></div>
            </article>
            """);
    }

    private static string About(Article article)
    {
        string?[] parts =
        [
            article.City,
            article.Department,
            article.Speaker is null ? null : article.Post is null ? article.Speaker : $"{article.Post} {article.Speaker}",
            article.Year is { } year ? $"{year}年" : null,
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Lines(Article article) => article.Lines.Count == 0 ? "" : $"，第 {article.Lines[0].Line}–{article.Lines[^1].Line} 行";

    private static Html Contents(Article article)
    {
        var sections = article.Sections.Where(s => s.Label is not null).ToList();
        if (sections.Count < 2) return Html.Empty;
        return $"""
            <details class="contents"><summary>本文 {sections.Count} 个部分</summary>
            <nav aria-label="本文各部分"><ol>{Html.Each(sections, s => Entry(article, s))}</ol></nav></details>
            """;
    }

    private static Html Entry(Article article, Section section)
    {
        var from = Math.Min(section.Start + section.Label!.Length, section.End);
        var words = FirstClause.Match(article.OwnText(new TextSpan(from, section.End))).Value.Trim();
        if (words.Length > MostWords) words = words[..(char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)] + "…";
        return $"""<li><a href="#s{section.Start}"><b>{section.Label}</b> {words}</a></li>""";
    }

    private static Html Damages(Article article)
    {
        if (article.Damages.Count == 0) return Html.Empty;
        return $"""
            <aside class="damages" aria-label="原文缺损"><h2>原文有 {article.Damages.Count} 处缺损</h2>
            <ol>{Html.Each(article.Damages.Select((d, i) => (Damage: d, Number: i + 1)), x => Damage(x.Damage, x.Number))}</ol></aside>
            """;
    }

    private static Html Damage(Damage damage, int number) =>
        $"""<li id="d{number}">{damage.Explanation} <a href="#p{number}">看此处</a></li>""";
}
