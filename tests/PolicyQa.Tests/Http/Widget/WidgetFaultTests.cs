using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyQa.Tests.Http.Widget;

/// <summary>The widget when things go wrong.</summary>
public sealed partial class WidgetFaultTests(BrowserFixture browser)
{
    [GeneratedRegex("问得太快了，[0-9]+ 秒后自动再试")]
    private static partial Regex TooFast { get; }

    [Fact]
    public async Task A_server_that_is_down_is_told_and_asked_again_until_it_is_back()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        await foreign.Page.Clock.InstallAsync();
        var tries = 0;
        await foreign.Page.RouteAsync("**/api/ask", route => ++tries < 3 ? route.AbortAsync("connectionrefused") : route.ContinueAsync());

        await foreign.AskAsync("教育局要培训多少人");
        await Expect(foreign.Widget.Locator(".fault")).ToContainTextAsync("暂时连不上服务，3 秒后自动再试");
        await Expect(foreign.Widget.GetByRole(AriaRole.Status)).ToContainTextAsync("暂时连不上服务");
        await foreign.Page.Clock.RunForAsync(3_000);
        await Expect(foreign.Widget.Locator(".fault")).ToContainTextAsync("暂时连不上服务，6 秒后自动再试");
        await foreign.Page.Clock.RunForAsync(6_000);
        await Expect(foreign.Widget.Locator(".short")).ToHaveTextAsync("500名");
    }

    [Fact]
    public async Task A_server_that_says_503_is_asked_again_by_hand_at_once()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        var down = true;
        await foreign.Page.RouteAsync("**/api/ask", route => down ? route.FulfillAsync(new() { Status = 503, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } }) : route.ContinueAsync());
        await foreign.AskAsync("教育局要培训多少人");
        await Expect(foreign.Widget.Locator(".fault")).ToContainTextAsync("服务正在准备");
        down = false;
        await foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "现在就试" }).ClickAsync();
        await Expect(foreign.Widget.Locator(".short")).ToHaveTextAsync("500名");
    }

    [Fact]
    public async Task An_answer_cut_off_on_its_way_is_not_taken_for_whole()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        await foreign.Page.RouteAsync("**/api/ask", route => route.FulfillAsync(new()
        {
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            ContentType = "text/event-stream",
            Body = "event: delta\ndata: {\"text\":\"市教育局：\"}\n\n",
        }));
        await foreign.AskAsync("教育局要培训多少人");
        await Expect(foreign.Widget.Locator(".fault")).ToContainTextAsync("回答没有传完");
        await Expect(foreign.Widget.Locator(".short")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_how_long_to_wait()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """, switches: "--RateLimit:PerMinute=1");
        await foreign.AnswerAsync("教育局要培训多少人");
        await foreign.AskAsync("那人社局呢");
        await Expect(foreign.Widget.Locator(".fault")).ToContainTextAsync(TooFast);
    }

    [Fact]
    public async Task A_question_reloaded_before_its_answer_came_may_be_asked_again()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        var silent = true;
        await foreign.Page.RouteAsync("**/api/ask", route => silent ? Task.CompletedTask : route.ContinueAsync());
        await foreign.AskAsync("教育局要培训多少人");
        await Expect(foreign.Widget.Locator(".wait")).ToBeVisibleAsync();
        await foreign.Page.ReloadAsync();
        silent = false;
        await foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "再试一次" }).ClickAsync();
        await Expect(foreign.Widget.Locator(".short")).ToHaveTextAsync("500名");
    }

    [Fact]
    public async Task A_page_that_forbids_storage_still_gets_answers()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        await foreign.Page.AddInitScriptAsync("for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });");
        await foreign.Page.ReloadAsync();
        Assert.Equal("500名", await foreign.AnswerAsync("教育局要培训多少人"));
        Assert.Empty(browser.Complaints(foreign.Page));
    }
}
