using PolicyQa.App.Data;
using PolicyQa.Commitments;

namespace PolicyQa.App.Progress;

/// <summary>
/// What may be said of a commitment. 未到期 only while its last day is not over; what says that something happened, or did not,
/// says on what evidence; and no entry concludes that a promise was broken: a delay is 滞后, a change 调整.
/// </summary>
internal static class ProgressRule
{
    private static readonly string[] Forbidden = ["未兑现", "没有兑现", "没兑现", "不兑现", "未能兑现"];

    /// <summary>What is wrong, in Chinese; null where nothing is.</summary>
    public static string? FaultOf(Commitment row, CommitmentStatus status, string evidence, string link, DateOnly today)
    {
        if (!LedgerStatuses.Offered(row, today).Contains(status)) return row.Deadline is { To: not null } late ? $"期限（{late.Text}）已经过了，不能登记为“未到期”" : "原文没有写明到哪一天，不能登记为“未到期”";
        if (evidence.Length > ProgressEntry.LongestEvidence) return $"说明太长，最多 {ProgressEntry.LongestEvidence} 个字";
        if (evidence.Any(c => char.IsControl(c) && c != '\n')) return "说明里有不能用的字符";
        if (Array.Find(Forbidden, w => evidence.Contains(w, StringComparison.Ordinal)) is { } word) return $"说明里请不要写“{word}”：进度慢请选“滞后”，任务变了请选“调整”，并写明情况";
        if (link.Length > 0 && !IsAddress(link)) return "链接应是 http:// 或 https:// 开头的完整网址";
        return status is CommitmentStatus.Pending or CommitmentStatus.NotDue || evidence.Length + link.Length > 0 ? null : $"登记为“{StatusWords.Of(status)}”要写明依据：说明或链接，至少一样";
    }

    private static bool IsAddress(string link) =>
        link.Length <= ProgressEntry.LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address.Host.Length > 0 && address.UserInfo.Length == 0 && !link.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '<' or '>');
}
