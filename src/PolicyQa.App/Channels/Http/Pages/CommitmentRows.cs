using System.Globalization;
using PolicyQa.App.Channels.Ledgers;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>The table. Roles are written out: on narrow screens rows are laid out as cards, which would take them away.</summary>
internal static class CommitmentRows
{
    private static readonly (string? Sort, string Name)[] Heads = [("department", "部门"), (null, "承诺"), ("quantity", "数量"), ("deadline", "时限"), ("kind", "类别"), (null, "状态"), (null, "问一问")];

    public static Html Render(CommitmentQuery query, IReadOnlyList<Commitment> rows, string? marked, int total) =>
        $"""
        <table class="ledger" id="ledger" role="table" aria-label="承诺" data-total="{total}">
        <thead role="rowgroup"><tr role="row">{Html.Each(Heads, h => Head(query, h.Sort, h.Name))}</tr></thead>
        <tbody role="rowgroup">{Html.Each(rows, r => Row(r, query.Statuses, r.Id == marked))}</tbody>
        </table>
        """;

    private static Html Head(CommitmentQuery query, string? sort, string name)
    {
        if (sort is null) return $"""<th scope="col" role="columnheader">{name}</th>""";
        var now = query.Values.GetValueOrDefault("sort");
        var (state, next) = now == sort ? ("ascending", "-" + sort) : now == "-" + sort ? ("descending", sort) : ("none", sort);
        return $"""<th scope="col" role="columnheader" aria-sort="{state}"><a href="/commitments{query.Address(("sort", next))}" data-sort="{sort}">{name}</a></th>""";
    }

    private static Html Row(Commitment row, LedgerStatuses statuses, bool isMarked)
    {
        var status = statuses.Of(row);
        Html place = isMarked ? (Html)$""" class="asked-for" """ : Html.Empty;
        Html open = isMarked ? (Html)$" open" : Html.Empty;
        Html damage = row.Damaged ? (Html)$"""<span class="tag damaged-tag">原文有损</span>""" : Html.Empty;
        var day = row.Deadline?.To ?? row.Deadline?.From;
        return $"""
            <tr role="row" id="{row.Id}"{place} data-department="{row.Department}" data-kind="{JsonName.Of(row.Kind)}" data-status="{StatusWords.Of(status)}" data-deadline="{row.Deadline?.Text}" data-day="{Day(day)}" data-quantity="{(row.Quantities.Count == 0 ? "" : row.Quantities[0].Value.ToString("0.####", CultureInfo.InvariantCulture))}">
            <td role="cell">{row.Department}</td>
            <td role="cell" class="promise"><details{open}><summary>{row.Said}{damage}</summary><blockquote>{Excerpt(row)}</blockquote><p class="from"><a href="{ArticleUrl.Of(row.ArticleId, row.Start, row.End, row.Excerpt)}">看文章</a> {Source(row)}</p>{Progress(statuses.Holding(row))}</details></td>
            <td role="cell" data-label="数量">{CommitmentWords.Figures(row)}</td>
            <td role="cell" data-label="时限">{When(row.Deadline)}</td>
            <td role="cell" data-label="类别">{CommitmentWords.Of(row.Kind)}</td>
            <td role="cell" data-label="状态"><span class="status s-{JsonName.Of(status)}">{StatusWords.Of(status)}</span></td>
            <td role="cell"><a class="ask-row" href="/{QueryString.Create("q", row.Question).ToUriComponent()}" aria-label="问一问：{row.Said}">问一问</a></td>
            </tr>
            """;
    }

    /// <summary>What officials said last; the pages do not say it.</summary>
    private static Html Progress(StatusEntry? entry)
    {
        if (entry is null) return Html.Empty;
        Html words = entry.Evidence is null ? Html.Empty : (Html)$"：{entry.Evidence}";
        Html link = entry.Link is null ? Html.Empty : $""" <a href="{entry.Link}" rel="noopener noreferrer nofollow" target="_blank">依据</a>""";
        return $"""<p class="progress">部门登记（<time datetime="{Day(entry.Day)}">{Day(entry.Day)}</time>）：{StatusWords.Of(entry.Status)}{words}{link}</p>""";
    }

    private static Html When(Deadline? deadline)
    {
        if (deadline is null) return Html.Empty;
        if ((deadline.To ?? deadline.From) is not { } day) return $"{deadline.Text}";
        return $"""<time datetime="{Day(day)}" title="{Range(deadline)}">{deadline.Text}</time>""";
    }

    private static string Range(Deadline deadline) => (deadline.From, deadline.To) switch
    {
        ({ } from, { } to) when from == to => Day(to),
        ({ } from, { } to) => $"{Day(from)} 至 {Day(to)}",
        (null, { } to) => $"{Day(to)} 前",
        ({ } from, null) => $"{Day(from)} 起",
        _ => deadline.Text,
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The sentence, this promise's own words marked.</summary>
    private static Html Excerpt(Commitment row)
    {
        var (start, end) = (row.Words.Start - row.Start, row.Words.End - row.Start);
        return $"{row.Excerpt[..start]}<mark>{row.Excerpt[start..end]}</mark>{row.Excerpt[end..]}";
    }

    private static string Source(Commitment row) =>
        string.Join(" · ", new[] { $"《{row.Title}》", row.Speaker, row.Year is { } year ? $"{year}年" : null, row.Section }.Where(p => !string.IsNullOrEmpty(p)));
}
