using System.ComponentModel;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>What get_article gives.</summary>
internal sealed record ToolArticle(
    string Id,
    string Title,
    string? Department,
    [property: Description("受访人")] string? Speaker,
    [property: Description("受访人的职务")] string? Post,
    [property: Description("采写的记者")] string? Reporter,
    [property: Description("文中“今年”指的年份")] int? Year,
    string? City,
    [property: Description("全文；出处的 start、end 就是这里的位置")] string Text,
    string Url)
{
    public static ToolArticle Of(Article a, string site) => new(a.Id, a.Title, a.Department, a.Speaker, a.Post, a.Reporter, a.Year, a.City, a.Text, site + ArticleAddress.Of(a.Id));
}
