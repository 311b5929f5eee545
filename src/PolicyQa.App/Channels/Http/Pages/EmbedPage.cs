namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>For whoever puts the widget on a page of their own: what to copy, how it looks, what can be set.</summary>
internal static class EmbedPage
{
    private static readonly (string Name, string Meaning)[] Attributes =
    [
        ("server", "问答服务器的地址；不写时用 widget.js 所在的服务器"),
        ("title", "标题，如“政策问答”"),
        ("department", "只问一个部门，如 department=\"市教育局\""),
        ("theme", "auto（默认，随访客的设置）、light（浅色）或 dark（深色）"),
        ("mode", "float（默认，右下角的按钮）或 inline（放在页面里的这个位置）"),
        ("open", "写上它，一打开网页就展开"),
    ];

    private static readonly (string Name, string Meaning)[] Variables =
    [
        ("--policy-qa-accent", "主色"),
        ("--policy-qa-on-accent", "主色上的文字颜色"),
        ("--policy-qa-font", "字体"),
        ("--policy-qa-z", "浮动按钮的层级（z-index）"),
    ];

    /// <summary>The whole page.</summary>
    /// <param name="server">This server's own address; null where it cannot be told.</param>
    public static Page Render(string? server)
    {
        var host = server ?? "https://问答服务器";
        var snippet = $"<script src=\"{host}/widget.js\" defer></script>\n<policy-qa></policy-qa>";
        Html unknown = server is null ? $"""<p>请把“{host}”换成这台服务器的地址。</p>""" : Html.Empty;
        return new Page("嵌入网站", $"""
            <h1>把问答放进您的网站</h1>
            <p class="lead">把下面两行放到网页里，就会出现问答按钮。不需要别的文件，不影响网页原来的样式。</p>
            <div class="embed">
            <section><h2>复制代码</h2>{unknown}{Code(snippet, "snippet")}</section>
            <section class="preview"><h2>实际效果</h2><policy-qa mode="inline"><p class="fallback">这里是问答组件的预览，需要浏览器允许运行脚本。</p></policy-qa></section>
            <section><h2>可以设置的属性</h2>{Table("属性", Attributes)}
            <h2>颜色和字体</h2><p>用 CSS 变量，例如：</p>{Code("policy-qa { --policy-qa-accent: #0b5cad; }", "css")}{Table("变量", Variables)}
            <h2>网页有内容安全策略（CSP）时</h2><p>放行这台服务器即可，不需要 'unsafe-inline'：</p>{Code($"script-src {host}; connect-src {host}", "csp")}
            <h2>网页和问答不在同一个域名时</h2><p>请管理员把网页的来源（如 https://www.example.gov.cn）写进问答服务器的设置 <code>Api:AllowedOrigins</code>，浏览器才允许它提问。</p></section>
            </div>
            <script src="/widget.js" defer></script>
            """);
    }

    /// <summary>The button is of no use without a script, which shows it.</summary>
    private static Html Code(string text, string id) =>
        $"""<div class="code"><pre><code id="{id}">{text}</code></pre><button type="button" class="copy" data-copy="{id}" hidden>复制</button><span class="copied" role="status"></span></div>""";

    private static Html Table(string name, IEnumerable<(string Name, string Meaning)> rows) =>
        $"""<table><thead><tr><th scope="col">{name}</th><th scope="col">含义</th></tr></thead><tbody>{Html.Each(rows, r => $"""<tr><th scope="row"><code>{r.Name}</code></th><td>{r.Meaning}</td></tr>""")}</tbody></table>""";
}
