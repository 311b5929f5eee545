namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>The frame that all pages share.</summary>
internal static class PageLayout
{
    private const string Site = "政策问答";
    private static readonly (string Path, string Name)[] Places = [("/", "提问"), ("/commitments", "承诺台账"), ("/embed", "嵌入网站")];

    public static Html Render(Page page, HttpRequest request)
    {
        Html size = LargeType.IsOn(request) ? (Html)$""" class="large" """ : Html.Empty;
        return $"""
            <!doctype html>
            <html lang="zh-Hans"{size}>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{(page.Title.Length == 0 ? Site : $"{page.Title} · {Site}")}</title>
            <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/site.css">
            <script src="/site.js" defer></script>{Own(page)}
            </head>
            <body>
            <a class="skip" href="#main">跳到正文</a>
            <header class="site"><div class="frame"><a class="brand" href="/">{Site}</a>
            <nav aria-label="主导航"><ul>{Html.Each(Places, p => Link(p.Path, p.Name, request))}</ul></nav>
            {LargeType.Switch(request)}</div></header>
            <main id="main" class="frame" tabindex="-1">{page.Main}</main>
            <footer class="site"><div class="frame"><p>回答由程序从原文中摘出，仅供参考，以主管部门公布的内容为准。</p>{Printed(request)}</div></footer>
            </body>
            </html>
            """;
    }

    private static Html Own(Page page)
    {
        Html style = (page.Own ?? page.Style) is { } name ? $"""<link rel="stylesheet" href="/{name}.css">""" : Html.Empty;
        return page.Own is null ? style : $"""{style}<script src="/{page.Own}.js" defer></script>""";
    }

    private static Html Link(string path, string name, HttpRequest request)
    {
        Html here = request.Path == path ? (Html)$""" aria-current="page" """ : Html.Empty;
        return $"""<li><a href="{path}"{here}>{name}</a></li>""";
    }

    /// <summary>On paper, links are gone: there the address says where to find the page again.</summary>
    private static Html Printed(HttpRequest request) =>
        ServerAddress.Of(request) is { } server ? $"""<p class="printed">网址：{server}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}</p>""" : Html.Empty;
}
