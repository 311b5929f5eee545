namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>Instead of an article that is not, or no longer, in the corpus.</summary>
internal static class GonePage
{
    public static Page Render() => new(
        "文章不在了",
        $"""
        <section class="empty"><h1>这篇文章已经不在这里了</h1>
        <p>它可能换了地址、被撤下，或者链接不完整。可以搜一搜，也可以<a href="/">回到首页看全部文章</a>。</p></section>
        {AskForm.Render("", null, $"""<label for="q">搜一搜</label>""")}
        """);
}
