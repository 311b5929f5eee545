using System.ComponentModel;
using PolicyQa.App.Channels.Http;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>One promise.</summary>
internal sealed record ToolCommitment(
    string Id,
    string Department,
    int? Year,
    [property: Description("要做什么")] string Action,
    [property: Description("对什么做")] string Object,
    [property: Description("数量，连同“以上、至少”等限定，照原文")] IReadOnlyList<string> Quantities,
    [property: Description("期限，照原文；没有则为 null")] string? Deadline,
    [property: Description("measurable：有数量；deadline：有期限；measure：举措")] string Kind,
    [property: Description("部门登记的进展：待评估、未到期、进展正常、滞后、已完成或调整；待评估就是还不知道，不要据此说没有完成")] string Status,
    [property: Description("部门登记进展时的说明；没有则为 null")] string? Evidence,
    [property: Description("原文，一字不改")] string Excerpt,
    string ArticleId,
    string Url)
{
    public static ToolCommitment Of(Commitment c, LedgerStatuses statuses, string site) => new(
        c.Id,
        c.Department,
        c.Year,
        c.Action,
        c.Object,
        [.. c.Quantities.Select(q => q.Text)],
        c.Deadline?.Text,
        JsonName.Of(c.Kind),
        StatusWords.Of(statuses.Of(c)),
        statuses.Holding(c)?.Evidence,
        c.Excerpt,
        c.ArticleId,
        site + c.Url);
}
