using System.Text;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>RFC 4180, with a byte order mark so that Excel reads it as UTF-8, and no cell that a spreadsheet would run.</summary>
internal static class CommitmentCsv
{
    public static byte[] Bytes(IReadOnlyList<Commitment> rows, LedgerStatuses statuses) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(rows, statuses))];

    /// <summary>Without the byte order mark.</summary>
    public static string Text(IReadOnlyList<Commitment> rows, LedgerStatuses statuses)
    {
        var text = new StringBuilder();
        Line(text, CommitmentColumns.All.Select(c => c.Name));
        foreach (var row in rows) Line(text, CommitmentColumns.All.Select(c => c.Of(row, statuses)));
        return text.ToString();
    }

    /// <summary>Quoted where need be; what a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Cell(string value)
    {
        if (value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠') value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
}
