using PolicyQa.App.Channels.Ledgers;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Cli;

/// <summary>The ledger for a terminal: a block a department, a line a promise.</summary>
internal static class CommitmentTable
{
    private static readonly int LongestStatus = StatusWords.All.Max(s => Columns(StatusWords.Of(s)));

    public static string Text(IReadOnlyList<Commitment> rows, LedgerStatuses statuses)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Write(rows, statuses, text);
        return text.ToString();
    }

    public static void Write(IReadOnlyList<Commitment> rows, LedgerStatuses statuses, TextWriter output)
    {
        foreach (var department in rows.GroupBy(r => (r.Department, r.Speaker, r.Year, r.City)))
        {
            output.WriteLine(string.Join(' ', new[] { department.Key.City, department.Key.Department, department.Key.Speaker, department.Key.Year is { } year ? $"{year}年" : null, $"{department.Count()} 项" }.Where(p => p is not null)));
            var lines = department.Select(r => (Kind: CommitmentWords.Of(r.Kind), Figures: CommitmentWords.Figures(r), When: r.Deadline?.Text ?? "", r.Said, r.Damaged, Status: StatusWords.Of(statuses.Of(r)))).ToArray();
            var (figures, when) = (lines.Max(l => Columns(l.Figures)), lines.Max(l => Columns(l.When)));
            foreach (var line in lines) output.WriteLine($"  {Padded(line.Status, LongestStatus)}  {line.Kind}  {Padded(line.Figures, figures)}  {Padded(line.When, when)}  {line.Said}{(line.Damaged ? "（原文有损）" : "")}");
            output.WriteLine();
        }

        output.WriteLine($"共 {rows.Count} 项，其中量化 {rows.Count(r => r.Kind == CommitmentKind.Measurable)} 项、限时 {rows.Count(r => r.Kind == CommitmentKind.Deadline)} 项");
    }

    private static string Padded(string text, int columns) => text + new string(' ', columns - Columns(text));

    // A Chinese character takes two columns of a terminal.
    private static int Columns(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);
}
