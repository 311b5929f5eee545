using PolicyQa.App.Channels.Ledgers;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>The ledger of commitments: filters, charts, the table. Works without a script, which only makes it quicker.</summary>
internal static class CommitmentsPage
{
    /// <summary>A page's worth of rows; the script fetches the others in the background.</summary>
    public const int RowsPerPage = 100;

    /// <summary>The whole page.</summary>
    /// <param name="ledger">All rows: what can be filtered for.</param>
    /// <param name="query">What is filtered for.</param>
    /// <param name="found">What fits.</param>
    /// <param name="number">Which page of it, from 1; null shows all at once.</param>
    /// <param name="marked">Id of the row that somebody was sent to; null for none.</param>
    public static Page Render(Ledger ledger, CommitmentQuery query, IReadOnlyList<Commitment> found, int? number, string? marked)
    {
        var pages = Math.Max(1, (found.Count + RowsPerPage - 1) / RowsPerPage);
        var here = Math.Clamp(number ?? 1, 1, pages);
        var shown = number is null ? found : [.. found.Skip((here - 1) * RowsPerPage).Take(RowsPerPage)];
        return new(
            "承诺台账",
            $"""
            <h1>承诺台账</h1>
            <p class="lead">各部门在访谈里承诺了什么、数量多少、什么时候完成，句句有原文。</p>
            {CommitmentFilters.Render(ledger, query)}
            {Charts(found)}
            <p class="count"><output id="count" for="filters">{Count(found, shown.Count, here, pages)}</output> <span class="exports">导出这些：{Exports(query)}</span></p>
            {CommitmentRows.Render(query, shown, marked, found.Count)}
            {(number is null ? Html.Empty : Pager(query, here, pages))}
            """,
            "commitments");
    }

    /// <summary>The address asks for what there is not.</summary>
    public static Page Faulty(string fault) => new(
        "承诺台账",
        $"""<h1>承诺台账</h1><p class="fault" role="alert">{fault}</p><p><a class="more" href="/commitments">看全部承诺</a></p>""",
        "commitments");

    private static Html Charts(IReadOnlyList<Commitment> found) =>
        found.Count == 0 ? (Html)$"""<div id="charts" class="charts"></div>""" : $"""<div id="charts" class="charts">{DepartmentChart.Render(found)}{DeadlineChart.Render(found)}</div>""";

    private static string Count(IReadOnlyList<Commitment> found, int shown, int here, int pages)
    {
        if (found.Count == 0) return "没有符合条件的承诺，请放宽条件。";
        var measurable = found.Count(c => c.Kind == CommitmentKind.Measurable);
        var dated = found.Count(c => c.Deadline is not null);
        return $"共 {found.Count} 项，其中量化 {measurable} 项、写明时限 {dated} 项{(shown < found.Count ? $"；第 {here} 页，共 {pages} 页" : "")}";
    }

    private static readonly (string Format, string Name)[] Files = [(CommitmentFile.Xlsx, "Excel"), (CommitmentFile.Csv, "CSV"), (CommitmentFile.Ics, "日历"), (CommitmentFile.Json, "JSON")];

    private static Html Exports(CommitmentQuery query) => Html.Each(
        Files,
        f => $"""<a href="/api/commitments{query.Address(("format", f.Format))}" data-format="{f.Format}">{f.Name}</a> """);

    private static Html Pager(CommitmentQuery query, int here, int pages)
    {
        if (pages == 1) return Html.Empty;
        Html back = here > 1 ? $"""<a href="/commitments{query.Address(("page", Number(here - 1)))}" rel="prev">上一页</a>""" : Html.Empty;
        Html on = here < pages ? $"""<a href="/commitments{query.Address(("page", Number(here + 1)))}" rel="next">下一页</a>""" : Html.Empty;
        return $"""<nav class="pager" aria-label="分页">{back}<span>第 {here} 页，共 {pages} 页</span>{on}</nav>""";
    }

    private static string Number(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
