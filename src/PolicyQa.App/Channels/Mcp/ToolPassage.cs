using System.ComponentModel;
using PolicyQa.Retrieval;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>A passage found.</summary>
internal sealed record ToolPassage(
    [property: Description("越大越相关；只在同一次检索里可比")] double Score,
    [property: Description("文章的编号，可用 get_article 取全文")] string ArticleId,
    string Title,
    string? Department,
    int? Year,
    [property: Description("原文，一字不改")] string Excerpt,
    int Start,
    int End,
    string Url)
{
    public static ToolPassage Of(PassageHit hit, string site) => new(
        Math.Round(hit.Score, 3),
        hit.Article.Id,
        hit.Article.Title,
        hit.Article.Department,
        hit.Article.Year,
        hit.Excerpt,
        hit.Passage.Start,
        hit.Passage.End,
        site + hit.Url);
}
