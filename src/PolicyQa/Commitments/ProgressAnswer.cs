using System.Globalization;
using PolicyQa.Answering;
using PolicyQa.Questions;

namespace PolicyQa.Commitments;

/// <summary>
/// How promises stand, as officials say it and no further: what nobody has judged is 待评估, and that is said too. Nothing here
/// concludes from a time that has passed that a promise was broken.
/// </summary>
internal static class ProgressAnswer
{
    private const string Whose = "进展由部门登记，不出自访谈原文";

    /// <summary>What has been done first, what nobody has judged last.</summary>
    private static readonly CommitmentStatus[] Order = [CommitmentStatus.Done, CommitmentStatus.OnTrack, CommitmentStatus.Behind, CommitmentStatus.Adjusted, CommitmentStatus.NotDue, CommitmentStatus.Pending];

    /// <summary>More are counted only.</summary>
    private const int MostRows = 60;

    public static Answer? Of(Question question, LedgerQuestion asked, List<Commitment> rows, LedgerStatuses statuses)
    {
        if (rows.Count == 0) return null;
        var groups = Order.Select(s => (Status: s, Rows: rows.FindAll(r => statuses.Of(r) == s))).Where(g => g.Rows.Count > 0).ToArray();
        var counts = string.Join("、", groups.Select(g => $"{StatusWords.Of(g.Status)}{g.Rows.Count}项"));
        if (groups is [{ Status: CommitmentStatus.Pending }] && asked.Status is not CommitmentStatus.Pending) return None(question, $"这{rows.Count}项承诺都还没有登记进展，现在说不出哪些已经完成。");
        var shown = groups.Where(g => asked.Status is { } one ? g.Status == one : g.Status != CommitmentStatus.Pending).ToArray();
        if (shown.Length == 0) return None(question, $"{rows.Count}项承诺里没有登记为“{StatusWords.Of(asked.Status!.Value)}”的（{counts}）。");
        var text = new LedgerText();
        var told = shown.SelectMany(g => g.Rows).ToList();
        if (asked.Status is null) text.Line($"{rows.Count}项承诺：{counts}。");
        foreach (var (status, group) in shown)
        {
            text.Line($"{StatusWords.Of(status)}{group.Count}项：");
            foreach (var row in group.Take(MostRows)) text.Row(row, told, statuses.Holding(row) is { } entry ? $"（{Said(entry)}）" : "。");
            if (group.Count > MostRows) text.Line($"以上是前{MostRows}项，全部见承诺台账。");
        }

        return text.Answered(question, asked.Status is null ? counts : LedgerText.Short(told), told, asked.Status is null ? Whose : $"共{told.Count}项，{Whose}");
    }

    /// <summary>已完成，2026-11-20登记：全部上岗.</summary>
    public static string Said(StatusEntry entry) =>
        $"{StatusWords.Of(entry.Status)}，{entry.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}登记{(entry.Evidence is { } words ? $"：{words}" : "")}";

    private static Answer None(Question question, string said) => new() { Question = question.Text, Status = AnswerStatus.NotFound, Text = $"没有找到。{said}" };
}
