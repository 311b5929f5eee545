using PolicyQa.Tests.Llm;
using static Microsoft.Playwright.Assertions;

namespace PolicyQa.Tests.Http.Widget;

/// <summary>Where a model words answers, the widget shows the extractive one at once and says what came of the other.</summary>
public sealed class WidgetWordingTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_extractive_answer_is_there_before_the_model_has_said_a_word_and_the_guarded_wording_takes_the_place_of_its_text()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stub = await StubModel.StartAsync(async (context, _) =>
        {
            await gate.Task;
            await StubModel.Write(context, "市教育局培训教师9999名。[1]市教育局今年计划培训教师五百名。[1]");
        });
        await using var foreign = await ForeignPage.OpenAsync(browser, """mode="inline" """, switches: stub.Switches);

        Assert.Equal("500名", await foreign.AnswerAsync("市教育局今年培训多少教师"));
        await Expect(foreign.Widget.Locator(".worded")).ToHaveCountAsync(0);
        gate.SetResult();

        await Expect(foreign.Widget.Locator(".worded")).ToContainTextAsync("由大模型润色，已核对原文");
        await Expect(foreign.Widget.Locator(".text")).ToHaveTextAsync("市教育局今年计划培训教师五百名。[1]");
        await Expect(foreign.Widget.Locator("blockquote")).ToContainTextAsync("全年培训教师500名");
        Assert.DoesNotContain("9999", await foreign.Widget.Locator(".log").TextContentAsync());

        await foreign.Page.ReloadAsync();
        await Expect(foreign.Widget.Locator(".worded")).ToHaveCountAsync(1);
    }
}
