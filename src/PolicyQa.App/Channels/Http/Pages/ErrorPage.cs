namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>What a person sees when a request fails.</summary>
internal static class ErrorPage
{
    public static Page Render(int status, string title) => new(
        title,
        $"""<section class="empty"><h1>{title}</h1><p>（{status}）</p><p><a href="/">回到首页提问</a></p></section>""");
}
