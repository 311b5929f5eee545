using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyQa.App;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;
using PolicyQa.App.Review;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Admin;

/// <summary>Officials at work, in a browser, on a phone and on a desk, with and without scripts.</summary>
public sealed class AdminBrowserTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Question = "市教育局建多少个游泳馆";
    private WebServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await WebServer.StartAsync(ready: false);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        server.Services.GetRequiredService<UnansweredLog>().Start();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(360, ColorScheme.Dark, true)]
    [InlineData(1280, ColorScheme.Light, false)]
    public async Task A_refused_question_gets_an_answer_that_is_marked_when_it_is_asked_again(int width, ColorScheme scheme, bool script)
    {
        var root = server.Client.BaseAddress!.ToString().TrimEnd('/');
        var page = await browser.NewPageAsync(width, 800, scheme, javaScript: script);
        var link = await server.Services.GetRequiredService<SetupLinks>().ForFirstAccountAsync(CancellationToken.None);
        await page.GotoAsync($"{root}/?q={Uri.EscapeDataString(Question)}");
        Assert.Contains("没有找到", await page.InnerTextAsync("#result"));
        await server.Services.GetRequiredService<DataStore>().WithAsync(
            async data =>
            {
                for (var i = 0; i < 500 && !await data.Groups.AnyAsync(); i++) await Task.Delay(20);
                return 0;
            },
            CancellationToken.None);

        await page.GotoAsync($"{root}/admin/setup?link={link}");
        await SeenAsync(page, script, "setup");
        await page.FillAsync("[name=name]", "李四");
        await page.FillAsync("[name=password]", Official.Password);
        await page.FillAsync("[name=again]", Official.Password);
        await page.ClickAsync("main button[type=submit]");
        await SeenAsync(page, script, "overview");
        await page.ClickAsync("text=待答问题 >> nth=0");
        await SeenAsync(page, script, "queue");
        await page.ClickAsync("a.subject");
        await SeenAsync(page, script, "question");
        await page.FillAsync("[name=search]", "培训教师");
        await page.ClickAsync("text=查找原文");
        await page.CheckAsync("label:has-text('全年培训教师500名')");
        await page.FillAsync("[name=text]", "没有建游泳馆的安排。今年培训教师900名。");
        await page.FillAsync("[name=office]", "市教育局办公室");
        await page.ClickAsync("text=保存答复");
        await SeenAsync(page, script, "fault");
        Assert.Contains("900", await page.InnerTextAsync(".fault"));
        await page.FillAsync("[name=text]", "没有建游泳馆的安排。今年培训教师500名。");
        await page.ClickAsync("text=保存答复");
        Assert.Contains("已保存", await page.InnerTextAsync(".done >> nth=0"));
        await SeenAsync(page, script, "saved");

        await page.GotoAsync($"{root}/?q={Uri.EscapeDataString("请问" + Question + "？")}");
        Assert.Contains("人工审核", await page.InnerTextAsync(".reviewed"));
        Assert.Contains("市教育局办公室", await page.InnerTextAsync(".reviewed"));
        Assert.Contains("全年培训教师500名", await page.InnerTextAsync(".cited"));
        await SeenAsync(page, script, "answer");
        foreach (var path in (string[])["/admin/keys", "/admin/accounts", "/admin/audit"])
        {
            await page.GotoAsync(root + path);
            await SeenAsync(page, script, path[7..]);
        }

        await page.ClickAsync("text=退出");
        await SeenAsync(page, script, "sign-in");
    }

    /// <summary>Accessible, fits, nothing refused by the policy; a picture where one is wished for.</summary>
    private async Task SeenAsync(IPage page, bool script, string name)
    {
        if (script)
        {
            await page.AssertAccessibleAsync(name);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), name);
            var small = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a, button, input:not([type=hidden],[type=checkbox]), textarea')].filter(e => e.checkVisibility() && !e.matches('.skip, p a, .card a, dd a') && e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML)");
            Assert.Empty(small);
        }

        Assert.DoesNotContain(browser.Complaints(page), c => !c.Contains("400", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("POLICYQA_SHOTS") is { Length: > 0 } folder) await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{(script ? "phone" : "desk")}.png"), FullPage = true });
    }
}
