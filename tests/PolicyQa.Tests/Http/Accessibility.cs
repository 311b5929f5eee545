using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PolicyQa.Tests.Http;

/// <summary>What axe-core says of a page as it stands now.</summary>
internal static class Accessibility
{
    /// <summary>No rule of axe's, WCAG 2.2 AA and best practice, is broken; reaches into shadow roots.</summary>
    /// <param name="page">The page, in the state to be judged.</param>
    /// <param name="state">Named where the assertion fails.</param>
    public static async Task AssertAccessibleAsync(this IPage page, string state = "")
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(result.Violations.Length == 0, $"{state} {page.Url}\n{string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html} — {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}")))}");
    }
}
