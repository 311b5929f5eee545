namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>What all pages share.</summary>
internal static class PageLayout
{
    public static Html Render(string title, Html main) =>
        $"""
        <!doctype html>
        <html lang="zh-Hans">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/site.css">
        <script src="/site.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">跳到正文</a>
        <header class="site"><div class="wrap"><a class="brand" href="/">政策问答</a><span class="motto">答案出自报纸访谈，句句有原文</span></div></header>
        <main id="main" class="wrap">{main}</main>
        <footer class="site"><div class="wrap">回答由程序从访谈原文中摘出，仅供参考，以主管部门公布的内容为准。</div></footer>
        </body>
        </html>
        """;
}
