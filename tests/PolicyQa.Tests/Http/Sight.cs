using Microsoft.Playwright;

namespace PolicyQa.Tests.Http;

/// <summary>What a visitor sees without scrolling.</summary>
internal static class Sight
{
    public static async Task AssertMarkedInSightAsync(this IPage page, string words)
    {
        Assert.Equal(words, string.Concat(await page.Locator("mark").AllTextContentsAsync()));
        await page.AssertInSightAsync("mark");
    }

    public static async Task AssertInSightAsync(this IPage page, string what)
    {
        var box = await page.Locator(what).First.BoundingBoxAsync();
        Assert.InRange(box!.Y, 0, page.ViewportSize!.Height - box.Height);
    }
}
