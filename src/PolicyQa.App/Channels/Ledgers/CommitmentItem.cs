using System.Text.Json.Serialization;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>One row as programs get it.</summary>
internal sealed record CommitmentItem(
    string Id,
    string Department,
    string? Speaker,
    int? Year,
    string? Section,
    string Action,
    string Object,
    IReadOnlyList<CommitmentFigure> Quantities,
    CommitmentTime? Deadline,
    CommitmentKind Kind,
    string Status,
    string Excerpt,
    string ArticleId,
    int Start,
    int End,
    bool Damaged,
    string Url,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CommitmentProgress? Progress)
{
    public static CommitmentItem Of(Commitment row, LedgerStatuses statuses) => new(
        row.Id,
        row.Department,
        row.Speaker,
        row.Year,
        row.Section,
        row.Action,
        row.Object,
        [.. row.Quantities.Select(q => new CommitmentFigure(q.Value, q.Unit, q.Bound))],
        row.Deadline is { } d ? new CommitmentTime(d.Text, d.From, d.To) : null,
        row.Kind,
        StatusWords.Of(statuses.Of(row)),
        row.Excerpt,
        row.ArticleId,
        row.Start,
        row.End,
        row.Damaged,
        row.Url,
        CommitmentProgress.Of(statuses.Holding(row)));
}
