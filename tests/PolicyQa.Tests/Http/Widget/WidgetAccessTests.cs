using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyQa.Tests.Http.Widget;

/// <summary>The widget for those who use a keyboard or listen.</summary>
public sealed class WidgetAccessTests(BrowserFixture browser)
{
    private const string Focused = "() => { const e = document.activeElement.shadowRoot?.activeElement ?? document.activeElement; return e.className || e.id || e.ariaLabel || e.textContent; }";

    [Fact]
    public async Task By_keyboard_alone_it_is_opened_asked_and_closed_and_the_focus_comes_back()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser);
        var keys = foreign.Page.Keyboard;
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        Assert.Equal("launch", await foreign.Page.EvaluateAsync<string>(Focused));
        await keys.PressAsync("Enter");
        Assert.Equal("question", await foreign.Page.EvaluateAsync<string>(Focused));
        await keys.TypeAsync("教育局要培训多少人");
        await keys.PressAsync("Enter");
        await Expect(foreign.Widget.Locator(".short")).ToHaveTextAsync("500名");
        Assert.Equal("question", await foreign.Page.EvaluateAsync<string>(Focused));

        // Tab goes round inside, forwards and back.
        var seen = new HashSet<string>();
        for (var i = 0; i < 40; i++)
        {
            await keys.PressAsync(i < 20 ? "Tab" : "Shift+Tab");
            Assert.True(await foreign.Page.EvaluateAsync<bool>("document.activeElement.localName === 'policy-qa'"));
            seen.Add(await foreign.Page.EvaluateAsync<string>(Focused));
        }

        Assert.Superset(new HashSet<string> { "关闭", "大字", "清空对话", "log", "有用", "没用", "复制", "question", "提问" }, seen);
        await keys.PressAsync("Escape");
        await Expect(foreign.Widget.Locator(".panel")).ToBeHiddenAsync();
        Assert.Equal("launch", await foreign.Page.EvaluateAsync<string>(Focused));
    }

    [Fact]
    public async Task A_screen_reader_hears_that_it_searches_and_then_the_answer_once_and_whole()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        await foreign.Page.EvaluateAsync("() => { window.heard = []; const s = document.querySelector('policy-qa').shadowRoot.querySelector('[role=status]'); new MutationObserver(() => window.heard.push(s.textContent)).observe(s, { childList: true, characterData: true, subtree: true }); }");
        await foreign.AnswerAsync("教育局要培训多少人");
        var heard = await foreign.Page.EvaluateAsync<string[]>("window.heard");
        Assert.Equal("正在查找", heard[0]);
        Assert.StartsWith("500名。原文：全年培训教师500名", heard[1]);
        Assert.Equal(2, heard.Length);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "")]
    [InlineData(ColorScheme.Dark, "")]
    [InlineData(ColorScheme.Light, """theme="dark" mode="inline" """)]
    [InlineData(ColorScheme.Dark, """theme="light" mode="inline" """)]
    public async Task No_rule_of_accessibility_is_broken_in_any_state(ColorScheme scheme, string attributes)
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, attributes, open: () => browser.NewPageAsync(scheme: scheme), switches: "--RateLimit:PerMinute=4");
        await foreign.Page.AssertAccessibleAsync("closed");
        if (attributes.Length == 0) await foreign.Widget.Locator(".launch").ClickAsync();
        await foreign.Page.AssertAccessibleAsync("empty");
        await foreign.AnswerAsync("教育局要培训多少人");
        await foreign.Page.AssertAccessibleAsync("answered");
        await foreign.AnswerAsync("今天天气怎么样");
        await foreign.Page.AssertAccessibleAsync("not found");
        await foreign.AnswerAsync("要培训多少人");
        await foreign.Page.AssertAccessibleAsync("clarify");
        foreign.Server.Engines.Publish(WebServer.Snapshot());
        await foreign.AnswerAsync("教育局补充多少教师");
        await foreign.Page.AssertAccessibleAsync("note");
        await foreign.AskAsync("那人社局呢");
        await Expect(foreign.Widget.Locator(".fault")).ToBeVisibleAsync();
        await foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "大字" }).ClickAsync();
        await foreign.Page.AssertAccessibleAsync("too fast, large");
    }
}
