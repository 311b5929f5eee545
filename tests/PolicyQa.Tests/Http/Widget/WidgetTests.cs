using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyQa.App.Data;
using static Microsoft.Playwright.Assertions;

namespace PolicyQa.Tests.Http.Widget;

/// <summary>The widget on a page of somebody else's.</summary>
public sealed class WidgetTests(BrowserFixture browser)
{
    [Fact]
    public async Task On_a_hostile_page_with_a_strict_policy_it_answers_follows_up_and_leads_to_the_very_words()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, hostile: true);
        await foreign.Widget.Locator(".launch").ClickAsync();
        Assert.Equal("500名", await foreign.AnswerAsync("教育局要培训多少人"));
        Assert.Equal("2万人次", await foreign.AnswerAsync("那人社局呢"));
        Assert.Equal("2万人次", await foreign.Widget.Locator("mark").Last.TextContentAsync());
        Assert.Contains("市人社局 · 李思远", await foreign.Widget.Locator("figcaption a").Last.TextContentAsync());

        // What the page's styles would do to it: hide it, turn it, space it out, colour it.
        var look = await foreign.Widget.Locator(".short").Last.EvaluateAsync<string[]>("e => { const s = getComputedStyle(e); return [s.color, s.letterSpacing, s.visibility, getComputedStyle(e.getRootNode().host).opacity]; }");
        Assert.Equal(["rgb(31, 29, 26)", "normal", "visible", "1"], look);
        Assert.True((await foreign.Widget.Locator(".panel").BoundingBoxAsync())!.Width > 300);

        var article = await foreign.Page.Context.RunAndWaitForPageAsync(() => foreign.Widget.Locator("figcaption a").Last.ClickAsync());
        await Expect(article.Locator("mark")).ToBeInViewportAsync();
        Assert.Contains("培训技能人才2万人次", string.Concat(await article.Locator("mark").AllTextContentsAsync()));
        Assert.Empty(browser.Complaints(foreign.Page));
    }

    [Fact]
    public async Task It_leaves_the_page_around_it_as_it_was()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser);
        const string place = "() => JSON.stringify([document.body.scrollHeight, document.getElementById('host').getBoundingClientRect(), getComputedStyle(document.body).cssText])";
        var with = await foreign.Page.EvaluateAsync<string>(place);
        await foreign.Page.EvaluateAsync("document.querySelector('policy-qa').remove()");
        Assert.Equal(with, await foreign.Page.EvaluateAsync<string>(place));
        Assert.Empty(await foreign.Page.EvaluateAsync<string[]>("() => { const frame = document.createElement('iframe'); document.body.append(frame); const own = new Set(Object.keys(frame.contentWindow)); return Object.keys(window).filter(k => !own.has(k) && k !== '0'); }"));
    }

    [Fact]
    public async Task A_conversation_outlives_a_reload_and_ends_when_it_is_cleared()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser);
        await foreign.Widget.Locator(".launch").ClickAsync();
        await foreign.AnswerAsync("教育局要培训多少人");

        await foreign.Page.ReloadAsync();
        await Expect(foreign.Widget.Locator(".panel")).ToBeVisibleAsync();
        Assert.Equal("500名", await foreign.Widget.Locator(".short").TextContentAsync());
        Assert.Equal("2万人次", await foreign.AnswerAsync("那人社局呢"));

        await foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "清空对话" }).ClickAsync();
        await Expect(foreign.Widget.Locator(".turn")).ToHaveCountAsync(0);
        await foreign.Page.ReloadAsync();
        await Expect(foreign.Widget.Locator(".hello")).ToBeVisibleAsync();
        var request = await foreign.Page.RunAndWaitForRequestAsync(() => foreign.AskAsync("那人社局呢"), r => r.Url.EndsWith("/api/ask", StringComparison.Ordinal));
        Assert.Equal("""{"question":"那人社局呢"}""", request.PostData);
    }

    [Fact]
    public async Task Choices_and_next_questions_are_asked_at_a_touch()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        Assert.Equal("请再说明一下", await foreign.AnswerAsync("要培训多少人"));
        await foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "市人社局要培训多少人" }).ClickAsync();
        await Expect(foreign.Widget.Locator(".short")).ToHaveTextAsync("2万人次");
        await Expect(foreign.Widget.Locator(".chips:visible")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_department_named_by_the_page_is_the_one_that_is_asked()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" department="市人社局" title="问人社" """);
        var sample = foreign.Widget.Locator(".hello button").First;
        Assert.StartsWith("市人社局", await sample.TextContentAsync());
        await sample.ClickAsync();
        await Expect(foreign.Widget.Locator("figcaption a")).ToContainTextAsync("市人社局");
        Assert.Equal("2万人次", await foreign.AnswerAsync("要培训多少人"));
        Assert.Equal("问人社", await foreign.Widget.Locator("h2").TextContentAsync());
    }

    [Fact]
    public async Task What_is_typed_is_never_read_as_a_page()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        const string evil = "<img src=x onerror=document.title='x'><b>多少</b>";
        await foreign.AnswerAsync(evil);
        await Expect(foreign.Widget.Locator(".asked")).ToHaveTextAsync("您问：" + evil);
        await Expect(foreign.Widget.Locator(".log b, .log img")).ToHaveCountAsync(0);
        Assert.Equal("某市人民政府", await foreign.Page.TitleAsync());
    }

    [Fact]
    public async Task What_an_article_says_is_never_read_as_a_page()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        foreign.Server.Engines.Publish(WebServer.Snapshot());
        await foreign.AnswerAsync("教育局补充多少教师");
        await Expect(foreign.Widget.Locator("figcaption a")).ToContainTextAsync("《建设<强>市》");
        await Expect(foreign.Widget.Locator("强")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_answer_is_copied_with_its_source_and_judged()
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """);
        await foreign.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await foreign.AnswerAsync("教育局要培训多少人");

        await foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "复制" }).ClickAsync();
        await Expect(foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "已复制" })).ToBeVisibleAsync();
        var copied = await foreign.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith("教育局要培训多少人\n500名\n“全年培训教师500名", copied);
        Assert.Contains("市教育局 · 张一凡", copied);
        Assert.Contains(foreign.Server.Client.BaseAddress + "articles/", copied);

        var useful = foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "有用" });
        await useful.ClickAsync();
        await Expect(useful).ToHaveAttributeAsync("aria-pressed", "true");
        var vote = await foreign.Server.Services.GetRequiredService<DataStore>().WithAsync(data => data.Votes.SingleAsync(), CancellationToken.None);
        Assert.Equal(("教育局要培训多少人", true), (vote.Question, vote.Useful));
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(320, 256)]
    public async Task On_a_phone_or_at_four_times_the_size_nothing_is_cut_off_sideways(int width, int height)
    {
        await using var foreign = await ForeignPage.OpenAsync(browser, open: () => browser.NewPageAsync(width, height));
        await foreign.Widget.Locator(".launch").ClickAsync();
        await foreign.AnswerAsync("教育局要培训多少人");
        await foreign.Widget.GetByRole(AriaRole.Button, new() { Name = "大字" }).ClickAsync();
        await Expect(foreign.Widget.Locator(".root")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("large"));
        Assert.Empty(await foreign.Widget.Locator(".panel").EvaluateAsync<string[]>("p => [p, ...p.querySelectorAll('*')].filter(e => !e.matches('.quiet, .quiet *, svg *')).filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1).map(e => e.outerHTML.slice(0, 80) + e.getBoundingClientRect().right)"));
        Assert.True(await foreign.Widget.Locator(".ask button").EvaluateAsync<bool>("b => b.getBoundingClientRect().bottom <= innerHeight"));
    }
}
