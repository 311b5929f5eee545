using System.ComponentModel;
using PolicyQa.Answering;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>What ask gives.</summary>
internal sealed record ToolAnswer(
    [property: Description("answered：有答案；notFound：原文里没有；clarify：要先选一个，见 suggestions")] string Status,
    [property: Description("最短的完整答案，逐字出自原文；没有答案时为 null")] string? Answer,
    [property: Description("给人看的一两句话，[n] 指第 n 条出处")] string Text,
    [property: Description("出处，逐字")] IReadOnlyList<ToolCitation> Citations,
    [property: Description("0 到 1，答案有多可靠")] double Confidence,
    [property: Description("要一并说明的事，如“今年”指哪一年；没有则为 null")] string? Note,
    [property: Description("原文能回答的其他问题；status 为 clarify 时是可选的问法")] IReadOnlyList<string> Suggestions)
{
    public static ToolAnswer Of(Answer answer, string site) => new(
        Http.JsonName.Of(answer.Status),
        answer.ShortAnswer,
        answer.Text,
        [.. answer.Citations.Select(c => ToolCitation.Of(c, site))],
        answer.Confidence,
        answer.Note,
        answer.Suggestions);
}
