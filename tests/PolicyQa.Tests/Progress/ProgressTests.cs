using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Data;
using PolicyQa.App.Progress;
using PolicyQa.Commitments;
using PolicyQa.Tests.Publishing;

namespace PolicyQa.Tests.Progress;

/// <summary>Statuses from the form of an official to whoever asks.</summary>
public sealed class ProgressTests
{
    private const string Page =
        """
        2026年1月16日 星期五

        建水厂 治污水

        ——访市水务局局长江河

        ●本报记者 陈默

        江河说，水是生命之源。

        新建水厂7座，6月底前全部建成。

        改造老旧管网120公里，年底前全部完成。

        新建污水处理站3座。
        """;

    [Fact]
    public async Task What_an_official_says_is_seen_by_everybody_and_kept_with_all_that_was_said_before()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 1, 4, 0, 0, TimeSpan.Zero));
        await using var server = await DeskServer.StartAsync(Page, time);
        var row = server.Engine.Ledger.Items[0];
        var address = $"/admin/progress/{row.Id}";
        var form = await server.GetAsync(address);
        Assert.DoesNotContain("未到期", form.QuerySelectorAll("input[name=status]").Select(i => i.GetAttribute("value")));
        Assert.Contains("期限已过", form.Body!.TextContent);
        await server.PostAsync(form, address, ("status", "滞后"), ("evidence", "两座还在施工"), ("link", ""));
        time.Advance(TimeSpan.FromMinutes(1));
        var (_, _, saved) = await server.PostAsync(await server.GetAsync(address), address, ("status", "已完成"), ("evidence", "9月30日全部通水<b>"), ("link", "https://example.gov.cn/a?b=1"));
        Assert.Contains("已登记为“已完成”", saved.QuerySelector(".done")!.TextContent);
        Assert.Equal(["已完成", "滞后"], saved.QuerySelectorAll(".log strong").Select(s => s.TextContent));
        Assert.All(saved.QuerySelectorAll(".log small"), s => Assert.Equal("王主任", s.TextContent));

        var item = JsonDocument.Parse(await server.Web.Client.GetStringAsync("/api/commitments?status=" + Uri.EscapeDataString("已完成"))).RootElement.GetProperty("items")[0];
        Assert.Equal((row.Id, "已完成", "9月30日全部通水<b>", "2026-10-01"), (item.GetProperty("id").GetString(), item.GetProperty("status").GetString(), item.GetProperty("progress").GetProperty("evidence").GetString(), item.GetProperty("progress").GetProperty("day").GetString()));
        Assert.DoesNotContain("王主任", item.GetRawText());
        Assert.Contains("已完成,2026-10-01,9月30日全部通水<b>,https://example.gov.cn/a?b=1", await server.Web.Client.GetStringAsync("/api/commitments?format=csv"));
        Assert.Contains("状态：已完成", (await server.Web.Client.GetStringAsync("/api/commitments?format=ics")).Replace("\r\n ", "", StringComparison.Ordinal));
        var ledger = await server.GetAsync("/commitments?status=" + Uri.EscapeDataString("已完成"));
        var shown = Assert.Single(ledger.QuerySelectorAll("#ledger tbody tr"));
        Assert.Contains("9月30日全部通水<b>", shown.QuerySelector(".progress")!.TextContent);
        Assert.Equal("noopener noreferrer nofollow", shown.QuerySelector(".progress a")!.GetAttribute("rel"));
        Assert.StartsWith("新建水厂7座", server.Engine.Ask(new AskRequest("哪些任务已完成")).ShortAnswer);
        Assert.DoesNotContain("未兑现", ledger.Body!.TextContent);
    }

    [Theory]
    [InlineData("已完成", "", "", "依据")]
    [InlineData("滞后", "", "", "依据")]
    [InlineData("未到期", "", "", "已经过了")]
    [InlineData("未兑现", "没做", "", "请选择一个状态")]
    [InlineData("滞后", "这项未兑现", "", "请不要写")]
    [InlineData("已完成", "好了", "javascript:alert(1)", "http")]
    [InlineData("已完成", "好了", "https://user:pw@example.cn/", "http")]
    [InlineData("已完成", "好了", "https://example.cn/ x", "http")]
    [InlineData("已完成", "好了", "//example.cn/", "http")]
    public async Task What_may_not_be_said_is_refused_and_the_form_keeps_what_was_typed(string status, string evidence, string link, string because)
    {
        await using var server = await DeskServer.StartAsync(Page, new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        var address = $"/admin/progress/{server.Engine.Ledger.Items[0].Id}";
        var (code, _, page) = await server.PostAsync(await server.GetAsync(address), address, ("status", status), ("evidence", evidence), ("link", link));
        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains(because, page.QuerySelector(".fault")!.TextContent);
        Assert.Equal(evidence, page.QuerySelector("textarea")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".log li"));
    }

    [Theory]
    [InlineData("2026-06-30T15:59:00Z", "未到期")]
    [InlineData("2026-06-30T16:00:00Z", "待评估")]
    public async Task The_day_ends_at_midnight_in_China(string now, string status)
    {
        await using var server = await DeskServer.StartAsync(Page, new FakeTimeProvider(DateTimeOffset.Parse(now)));
        var first = JsonDocument.Parse(await server.Web.Client.GetStringAsync("/api/commitments")).RootElement.GetProperty("items")[0];
        Assert.Equal(status, first.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_row_whose_page_has_gone_is_kept_shown_to_officials_and_comes_back_with_its_page()
    {
        await using var server = await DeskServer.StartAsync(Page);
        var row = server.Engine.Ledger.Items[0];
        var book = server.App.Services.GetRequiredService<StatusBook>();
        Assert.Null(await book.AddAsync(row, CommitmentStatus.Done, "通水", "", "王主任", CancellationToken.None));
        var (_, _, draft) = await server.UploadAsync(("edu.txt", Desk.Bytes(Desk.Education)));
        Assert.Contains("台账里会消失的", draft.Body!.TextContent);
        await server.PostAsync(draft, "/publish");
        var orphans = (await server.GetAsync("/admin/progress")).QuerySelector("#orphans")!;
        Assert.Contains(row.Said, orphans.TextContent);
        Assert.Contains("通水", (await server.GetAsync(orphans.QuerySelector("a")!.GetAttribute("href")!)).QuerySelector(".log")!.TextContent);
        await server.PostAsync((await server.PostAsync(await server.GetAsync("/admin/corpus"), "/restore")).Page, "/publish");
        Assert.Equal(CommitmentStatus.Done, server.Engine.Statuses().Of(server.Engine.Ledger.Find(row.Id)!));
        Assert.Null((await server.GetAsync("/admin/progress")).QuerySelector("#orphans"));
    }

    [Fact]
    public async Task A_second_server_and_the_command_line_see_what_was_written()
    {
        await using var server = await DeskServer.StartAsync(Page);
        var rows = server.Engine.Ledger.Items;
        var book = server.App.Services.GetRequiredService<StatusBook>();
        await book.AddAsync(rows[2], CommitmentStatus.Behind, "旧", "", "王主任", CancellationToken.None);
        await book.AddAsync(rows[2], CommitmentStatus.OnTrack, "选址已定", "", "王主任", CancellationToken.None);
        using var other = new StatusBook(server.App.Services.GetRequiredService<DataStore>(), TimeProvider.System);
        Assert.Equal(0, other.Now().Count);
        await other.LoadAsync(CancellationToken.None);
        Assert.Equal(("选址已定", CommitmentStatus.OnTrack), (other.Now().Entry(rows[2].Id)!.Evidence, other.Now().Of(rows[2])));
        Assert.Equal(2, (await other.HistoryAsync(rows[2].Id, CancellationToken.None)).Count);
    }
}
