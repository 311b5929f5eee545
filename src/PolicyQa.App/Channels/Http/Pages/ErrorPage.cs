namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>What a person sees when a request fails.</summary>
internal static class ErrorPage
{
    public static Html Render(int status, string title) => PageLayout.Render(
        $"{title} · 政策问答",
        $"""<section class="empty"><h1>{title}</h1><p>（{status}）</p><p><a href="/">回到首页提问</a></p></section>""");
}
