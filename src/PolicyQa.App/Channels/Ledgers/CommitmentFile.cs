using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>The kinds of file that rows can be had as.</summary>
internal static class CommitmentFile
{
    public const string Csv = "csv";
    public const string Xlsx = "xlsx";
    public const string Json = "json";
    public const string Ics = "ics";

    public const string CsvType = "text/csv; charset=utf-8";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string IcsType = "text/calendar; charset=utf-8";

    /// <summary>JSON as the contract has it.</summary>
    public static string JsonText(IReadOnlyList<Commitment> rows, LedgerStatuses statuses) => UnescapedJson.Serialize(CommitmentList.Of(rows, statuses));
}
