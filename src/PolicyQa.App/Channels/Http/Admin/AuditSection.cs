using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Data;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Who did what when.</summary>
internal static class AuditSection
{
    private const int RowsPerPage = 50;

    public static void Map(AdminRoutes routes) => routes.Get("/audit", ShowAsync);

    private static async Task<IResult> ShowAsync(AdminRequest request)
    {
        var before = request.Number("before");
        var entries = await request.Service<DataStore>().WithAsync(
            data => data.Audit.AsNoTracking().Where(a => before == 0 || a.Id < before).OrderByDescending(a => a.Id).Take(RowsPerPage + 1).ToListAsync(request.Aborted),
            request.Aborted);
        Html older = entries.Count > RowsPerPage ? $"""<p><a class="more" href="/admin/audit?before={entries[RowsPerPage - 1].Id}">更早的记录</a></p>""" : Html.Empty;
        return request.Page("操作记录", $"""
            <h1>操作记录</h1>
            <ul class="rows log">{Html.Each(entries.Take(RowsPerPage), e => $"""<li><time datetime="{LocalTime.Machine(e.At)}">{LocalTime.Minute(e.At)}</time><span><strong>{e.Who}</strong> {e.Did} <span class="soft">{e.About}</span></span></li>""")}</ul>{older}
            """);
    }
}
