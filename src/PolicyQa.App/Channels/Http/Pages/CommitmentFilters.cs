using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>The form that narrows the ledger.</summary>
internal static class CommitmentFilters
{
    private static readonly (string Value, string Name)[] Kinds =
        [("measurable", "量化（有数量）"), ("deadline", "限时（只有时限）"), ("measure", "举措（都没有）")];

    public static Html Render(Ledger ledger, CommitmentQuery query)
    {
        var departments = ledger.Items.Select(c => c.Department).Distinct(StringComparer.Ordinal).Select(d => (d, d));
        var times = ledger.Items.Where(c => c.Deadline is not null).OrderBy(c => c.Deadline!.To ?? c.Deadline.From ?? DateOnly.MaxValue).Select(c => c.Deadline!.Text).Distinct(StringComparer.Ordinal).Select(t => (t, t));
        // The engine's own name of the department, whatever name the address gave it.
        var department = query.Filter.Department ?? query.Values.GetValueOrDefault("department");
        Html sort = query.Values.TryGetValue("sort", out var by) ? (Html)$"""<input type="hidden" name="sort" value="{by}">""" : Html.Empty;
        return $"""
            <form class="filters" id="filters" action="/commitments" method="get" role="search" aria-label="筛选承诺">
            <p class="field wide"><label for="f-q">查找文字</label><input id="f-q" name="q" type="search" value="{query.Values.GetValueOrDefault("q")}" maxlength="200" autocomplete="off"></p>
            {Select("department", "部门", "全部部门", departments, department)}
            {Select("kind", "类别", "全部类别", Kinds, query.Values.GetValueOrDefault("kind"))}
            {Select("deadline", "时限", "不限", [(LedgerFilter.AnyDeadline, "写明了时限"), (LedgerFilter.NoDeadline, "没写时限"), .. times], query.Values.GetValueOrDefault("deadline"))}
            {Select("status", "状态", "全部状态", StatusWords.All.Select(StatusWords.Of).Select(s => (s, s)), query.Values.GetValueOrDefault("status"))}
            {sort}<p class="go"><button type="submit">筛选</button> <a href="/commitments">清空</a></p>
            </form>
            """;
    }

    private static Html Select(string name, string label, string all, IEnumerable<(string Value, string Name)> options, string? chosen) =>
        $"""
        <p class="field"><label for="f-{name}">{label}</label><select id="f-{name}" name="{name}"><option value="">{all}</option>{Html.Each(options, o => Option(o.Value, o.Name, o.Value == chosen))}</select></p>
        """;

    private static Html Option(string value, string name, bool chosen) =>
        chosen ? $"""<option value="{value}" selected>{name}</option>""" : (Html)$"""<option value="{value}">{name}</option>""";
}
