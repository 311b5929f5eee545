using System.ComponentModel;
using PolicyQa.Answering;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>A verbatim excerpt.</summary>
internal sealed record ToolCitation(
    [property: Description("编号，从 1 起，即文中的 [n]")] int Id,
    [property: Description("文章的编号，可用 get_article 取全文")] string ArticleId,
    [property: Description("文章标题")] string Title,
    string? Department,
    string? Speaker,
    int? Year,
    [property: Description("原文，一字不改")] string Excerpt,
    [property: Description("在文章全文中的起点（UTF-16 码元）")] int Start,
    int End,
    [property: Description("报纸上这句话是否残缺")] bool Damaged,
    [property: Description("原文所在的网页")] string Url)
{
    public static ToolCitation Of(Citation c, string site) => new(c.Id, c.ArticleId, c.Title, c.Department, c.Speaker, c.Year, c.Excerpt, c.Start, c.End, c.Damaged, site + c.Url);
}
