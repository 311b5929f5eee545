using System.Globalization;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Year, city and title of one file: what a person knows and the page may not say.</summary>
internal static class DescribePage
{
    public static Html Render(AdminRequest request, string file, SourceEntry? entry, string? draft, string? fault)
    {
        Html kept = draft is null ? Html.Empty : $"""<input type="hidden" name="draft" value="{draft}">""";
        return $"""
            <link rel="stylesheet" href="/desk.css">
            <p class="crumbs"><a href="{(draft is null ? CorpusSection.Path : $"{CorpusSection.Path}/drafts/{draft}")}">返回</a></p>
            <h1>{file} 的说明</h1>
            <p class="lead">文章里写明了的不用填，系统会自己读出来。填写后先看效果，再发布。</p>
            <section class="narrow">{AdminForm.Fault(fault)}
            {AdminForm.Of(request, CorpusSection.Path + "/describe", $"""
                <input type="hidden" name="file" value="{file}">{kept}
                {AdminForm.Text("year", "年份", entry?.Year?.ToString(CultureInfo.InvariantCulture) ?? "", 4, required: false, hint: "“今年”指哪一年，例如 2024")}
                {AdminForm.Text("city", "城市", entry?.City ?? "", 20, required: false, hint: "“全市”指哪个市，例如 呼和浩特市")}
                {AdminForm.Text("title", "版面标题", entry?.Title ?? "", 100, required: false, hint: "文章自己没有标题时用它")}
                <p><button type="submit">下一步：查看效果</button></p>
                """)}</section>
            """;
    }
}
