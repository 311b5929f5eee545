using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Data;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>One commitment: its words, how it stands, the form, and all that was said before.</summary>
internal static class ProgressRowPage
{
    private static readonly Dictionary<CommitmentStatus, string> Meanings = new()
    {
        [CommitmentStatus.Pending] = "还没有了解到情况，或者要收回以前的登记",
        [CommitmentStatus.NotDue] = "期限还没到，暂时不用评估",
        [CommitmentStatus.OnTrack] = "正在按计划推进",
        [CommitmentStatus.Behind] = "比计划慢，请写明原因和打算",
        [CommitmentStatus.Done] = "已经做到，请写明依据",
        [CommitmentStatus.Adjusted] = "任务或时限经批准作了调整，请写明",
    };

    public static Html Render(AdminRequest request, Commitment row, LedgerStatuses statuses, IReadOnlyList<ProgressEntry> history, string? fault)
    {
        var (start, end) = (row.Words.Start - row.Start, row.Words.End - row.Start);
        // After a fault the form shows what was sent.
        var sent = fault is not null;
        var chosen = sent ? StatusWords.Parse(request.Field("status")) : statuses.Entry(row.Id) is null ? null : statuses.Of(row);
        var offered = LedgerStatuses.Offered(row, statuses.Today);
        Html late = statuses.WantsUpdate(row) ? $""" <span class="tag damaged-tag">期限已过，请更新</span>""" : Html.Empty;
        return $"""
            <link rel="stylesheet" href="/commitments.css"><link rel="stylesheet" href="/desk.css">
            <p class="crumbs"><a href="{ProgressSection.Path}">台账进展</a></p>
            <h1>{row.Said}</h1>
            <p class="soft">{row.Department} · {row.Speaker} · {(row.Deadline is { } d ? $"时限：{d.Text}{(d.To is { } last ? $"（{last:yyyy-MM-dd}）" : "")}" : "没有写明时限")}</p>
            <blockquote class="sentence">{row.Excerpt[..start]}<mark>{row.Excerpt[start..end]}</mark>{row.Excerpt[end..]}</blockquote>
            <p class="soft"><a href="{row.Url}">看文章</a>　<a href="/commitments?id={Uri.EscapeDataString(row.Id)}#{row.Id}">在公开的台账里看</a></p>
            <p>现在的状态：<strong class="status s-{JsonName.Of(statuses.Of(row))}">{StatusWords.Of(statuses.Of(row))}</strong>{late}</p>
            <section class="part" aria-labelledby="h-say"><h2 id="h-say">登记进展</h2>{AdminForm.Fault(fault)}
            {AdminForm.Of(request, ProgressSection.AddressOf(row.Id), $"""
                <fieldset class="choices"><legend>状态</legend>{Html.Each(offered, s => Choice(s, s == chosen))}</fieldset>
                {AdminForm.Field("evidence", "依据和说明", "公开显示，500 字以内。写做到了多少、什么时候、凭什么知道", $"""<textarea id="f-evidence" name="evidence" maxlength="{ProgressEntry.LongestEvidence}" rows="4" aria-describedby="h-evidence">{(sent ? request.Field("evidence") : "")}</textarea>""")}
                {AdminForm.Field("link", "链接（可不填）", "通报、公示或新闻的网址，http:// 或 https:// 开头", $"""<input id="f-link" name="link" type="url" inputmode="url" maxlength="{ProgressEntry.LongestLink}" value="{(sent ? request.Field("link") : "")}" autocomplete="off" aria-describedby="h-link">""")}
                <p><button type="submit">登记</button></p>
                """)}</section>
            {History(history)}
            """;
    }

    /// <summary>A row that the ledger has not any more: what was said of it can be read, and nothing added.</summary>
    public static Html Orphan(IReadOnlyList<ProgressEntry> history) =>
        $"""
        <link rel="stylesheet" href="/commitments.css"><link rel="stylesheet" href="/desk.css">
        <p class="crumbs"><a href="{ProgressSection.Path}#orphans">台账进展</a></p>
        <h1>{history[0].Said}</h1><p class="soft">{history[0].Department}</p>
        <p class="damage"><span class="tag">找不到原文</span>这项承诺的原文已经改动或撤下，台账里没有它了。登记过的内容都在下面；原文恢复后会自动对上。</p>
        {History(history)}
        """;

    private static Html Choice(CommitmentStatus status, bool chosen)
    {
        var id = $"f-s-{JsonName.Of(status)}";
        Html on = chosen ? (Html)$" checked" : Html.Empty;
        return $"""<p class="choice"><input type="radio" id="{id}" name="status" value="{StatusWords.Of(status)}" required{on}><label for="{id}"><strong class="s-{JsonName.Of(status)}">{StatusWords.Of(status)}</strong> <small>{Meanings[status]}</small></label></p>""";
    }

    private static Html History(IReadOnlyList<ProgressEntry> history)
    {
        if (history.Count == 0) return Html.Empty;
        return $"""<section class="part" aria-labelledby="h-history"><h2 id="h-history">登记过的 {history.Count} 次</h2><ul class="rows log">{Html.Each(history, Entry)}</ul></section>""";
    }

    private static Html Entry(ProgressEntry entry)
    {
        Html link = entry.Link.Length == 0 ? Html.Empty : $""" <a href="{entry.Link}" rel="noopener noreferrer nofollow" target="_blank">依据</a>""";
        return $"""<li><time datetime="{LocalTime.Machine(entry.At)}">{LocalTime.Minute(entry.At)}</time><span><strong>{entry.Status}</strong> {entry.Evidence}{link} <small>{entry.Who}</small></span></li>""";
    }
}
