using System.Globalization;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Data;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>The ledger for those who keep it: what to look at next, and every row with how it stands.</summary>
internal static class ProgressPage
{
    private const int RowsPerPage = 50;

    public static Html Render(Ledger ledger, CommitmentQuery query, IReadOnlyList<Commitment> found, bool due, int number, IReadOnlyList<ProgressEntry> orphans)
    {
        var pages = Math.Max(1, (found.Count + RowsPerPage - 1) / RowsPerPage);
        var here = Math.Min(number, pages);
        var wanting = ledger.Items.Count(query.Statuses.WantsUpdate);
        Html fault = query.Fault is null ? Html.Empty : $"""<p class="fault" role="alert">{query.Fault}</p>""";
        return $"""
            <link rel="stylesheet" href="/commitments.css"><link rel="stylesheet" href="/desk.css">
            <h1>台账进展</h1>
            <p class="lead">登记每项承诺做到哪一步了，写明依据。登记后公开显示在“承诺台账”和相关回答里；登记错了就再登记一次，以前的都留着。</p>
            {Standing(ledger, query.Statuses)}
            {(wanting == 0 || due ? Html.Empty : (Html)$"""<p class="damage"><span class="tag">请更新</span>有 {wanting} 项承诺的期限已过，还没有新的登记。<a href="{ProgressSection.Path}?due=1">只看这些</a></p>""")}
            {Filters(ledger, query, due)}{fault}
            <p class="count"><span>{(due ? "期限已过、等待更新的" : "符合条件的")}共 {found.Count} 项</span></p>
            <ul class="rows promises">{Html.Each(found.Skip((here - 1) * RowsPerPage).Take(RowsPerPage), r => Row(r, query.Statuses))}</ul>
            {Pager(query, due, here, pages)}
            {Orphans(orphans)}
            """;
    }

    private static Html Standing(Ledger ledger, LedgerStatuses statuses)
    {
        var counts = ledger.Items.CountBy(statuses.Of).ToDictionary();
        return $"""<ul class="figures standing">{Html.Each(StatusWords.All, s => $"""<li class="{(counts.GetValueOrDefault(s) == 0 ? "none-of" : "")}"><a href="{ProgressSection.Path}{QueryString.Create("status", StatusWords.Of(s)).ToUriComponent()}"><b>{counts.GetValueOrDefault(s)}</b>{StatusWords.Of(s)}</a></li>""")}</ul>""";
    }

    private static Html Filters(Ledger ledger, CommitmentQuery query, bool due)
    {
        Html Options(IEnumerable<string> names, string? chosen) => Html.Each(names, n => n == chosen ? $"""<option selected>{n}</option>""" : (Html)$"""<option>{n}</option>""");
        Html only = due ? (Html)$" checked" : Html.Empty;
        return $"""
            <form class="filters" action="{ProgressSection.Path}" method="get" role="search" aria-label="筛选承诺">
            <p class="field wide"><label for="f-q">查找文字</label><input id="f-q" name="q" type="search" value="{query.Values.GetValueOrDefault("q")}" maxlength="200" autocomplete="off"></p>
            <p class="field"><label for="f-department">部门</label><select id="f-department" name="department"><option value="">全部部门</option>{Options(ledger.Items.Select(c => c.Department).Distinct(StringComparer.Ordinal), query.Filter.Department)}</select></p>
            <p class="field"><label for="f-status">状态</label><select id="f-status" name="status"><option value="">全部状态</option>{Options(StatusWords.All.Select(StatusWords.Of), query.Values.GetValueOrDefault("status"))}</select></p>
            <p class="check"><input type="checkbox" id="f-due" name="due" value="1"{only}><label for="f-due">只看等待更新的</label></p>
            <p class="go"><button type="submit">筛选</button> <a href="{ProgressSection.Path}">清空</a></p>
            </form>
            """;
    }

    private static Html Row(Commitment row, LedgerStatuses statuses)
    {
        var status = statuses.Of(row);
        Html late = statuses.WantsUpdate(row) ? $""" <span class="tag damaged-tag">期限已过，请更新</span>""" : Html.Empty;
        return $"""
            <li><span><a class="said" href="{ProgressSection.AddressOf(row.Id)}">{row.Said}</a> <small>{row.Department}{(row.Deadline is { } d ? $" · {d.Text}" : "")}</small>{late}</span>
            <span class="acts"><span class="status s-{JsonName.Of(status)}">{StatusWords.Of(status)}</span><a class="button" href="{ProgressSection.AddressOf(row.Id)}" aria-label="登记：{row.Said}">登记</a></span></li>
            """;
    }

    private static Html Pager(CommitmentQuery query, bool due, int here, int pages)
    {
        if (pages == 1) return Html.Empty;
        string To(int n) => ProgressSection.Path + query.Address(("page", n.ToString(CultureInfo.InvariantCulture)), ("due", due ? "1" : null));
        Html back = here > 1 ? $"""<a href="{To(here - 1)}" rel="prev">上一页</a>""" : Html.Empty;
        Html on = here < pages ? $"""<a href="{To(here + 1)}" rel="next">下一页</a>""" : Html.Empty;
        return $"""<nav class="pager" aria-label="分页">{back}<span>第 {here} 页，共 {pages} 页</span>{on}</nav>""";
    }

    private static Html Orphans(IReadOnlyList<ProgressEntry> orphans)
    {
        if (orphans.Count == 0) return Html.Empty;
        return $"""
            <section class="part" id="orphans" aria-labelledby="h-orphans"><h2 id="h-orphans">找不到原文的承诺</h2>
            <p class="soft">这些承诺登记过进展，但原文已经改动或撤下，台账里没有它们了。登记的内容都还在；原文恢复后会自动对上。</p>
            <ul class="rows">{Html.Each(orphans, o => $"""<li><span><a href="{ProgressSection.AddressOf(o.RowId)}">{o.Said}</a> <small>{o.Department}，{LocalTime.Day(o.At)}登记</small></span><span class="acts"><span class="status">{o.Status}</span></span></li>""")}</ul></section>
            """;
    }
}
