using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Publishing;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>What the corpus holds, what waits to be published, and what it was before.</summary>
internal static class CorpusPage
{
    private const int StatesShown = 10;

    public static Html Render(AdminRequest request, IReadOnlyList<SourceFile> files, IReadOnlyList<CorpusDraft> drafts, IReadOnlyList<CorpusState> states, QaEngine? served, string? fault)
    {
        var descriptor = files.FirstOrDefault(f => f.Path == SourceDescriptor.FileName) is { } json ? SourceDescriptor.Read(json.Bytes, []) : SourceDescriptor.Empty;
        var pages = files.Where(f => CorpusFolder.IsPage(f.Path)).ToArray();
        return $"""
            <link rel="stylesheet" href="/desk.css"><script src="/desk.js" defer></script>
            <h1>语料</h1>
            <p class="lead">问答依据的访谈稿都在这里。上传后先看系统读得对不对，满意再发布；发布后马上生效，也随时能恢复到以前的版本。</p>
            {AdminForm.Fault(fault)}
            {Upload(request)}
            {Waiting(request, drafts)}
            <section class="part" aria-labelledby="h-files"><h2 id="h-files">正在使用的文件</h2>{Files(request, pages, descriptor, served)}</section>
            <section class="part" aria-labelledby="h-states"><h2 id="h-states">以前的版本</h2>{States(request, states, files)}</section>
            """;
    }

    private static Html Upload(AdminRequest request) =>
        $"""
        <form class="upload" method="post" action="{CorpusSection.Path}/upload" enctype="multipart/form-data">{request.Token}
        <label class="drop" for="files"><strong>选择文件</strong><span class="can-drop" hidden>，或把文件拖到这里</span>
        <span class="hint" id="h-upload">.txt、.md 或 .html，每个不超过 16 MB；GB18030 编码也行。与现有文件同名的，会更新那个文件。</span>
        <input type="file" id="files" name="files" multiple data-most="{(int)UploadReading.MaxBytes}" data-most-each="{CorpusReader.MaxFileBytes}" accept=".txt,.md,.html,.htm" aria-describedby="h-upload"></label>
        <p class="fault" role="alert" hidden></p><p class="go"><button type="submit">上传，看看读得对不对</button> <span class="soft">这一步还不会发布</span></p></form>
        """;

    private static Html Waiting(AdminRequest request, IReadOnlyList<CorpusDraft> drafts)
    {
        if (drafts.Count == 0) return Html.Empty;
        return $"""
            <section class="part waiting" aria-labelledby="h-drafts"><h2 id="h-drafts">等待发布</h2>
            <ul class="rows">{Html.Each(drafts, d => $"""
                <li><span><a href="{CorpusSection.AddressOf(d)}"><strong>{d.Title}</strong></a> <small>{d.By}，{LocalTime.Minute(d.At)}</small></span>
                <span class="acts"><a class="button" href="{CorpusSection.AddressOf(d)}">查看并发布</a>{AdminForm.Button(request, CorpusSection.AddressOf(d) + "/discard", "不要了")}</span></li>
                """)}</ul></section>
            """;
    }

    private static Html Files(AdminRequest request, IReadOnlyList<SourceFile> pages, SourceDescriptor descriptor, QaEngine? served)
    {
        if (pages.Count == 0) return $"""<p class="soft">还没有文件，请从上面上传第一个。</p>""";
        var articles = (served?.Articles ?? []).ToLookup(a => a.SourcePath, StringComparer.Ordinal);
        return $"""<ul class="rows files">{Html.Each(pages, p => File(request, p, descriptor.For(p.Path), [.. articles[p.Path]]))}</ul>""";
    }

    private static Html File(AdminRequest request, SourceFile page, SourceEntry? entry, IReadOnlyList<Article> articles)
    {
        var interviews = articles.Where(a => a.Kind != ArticleKind.Preface).ToArray();
        var damaged = interviews.Sum(a => a.Damages.Count);
        // What the page itself says counts as much as what somebody wrote beside it.
        var year = entry?.Year ?? articles.Select(a => a.Year).FirstOrDefault(y => y is not null);
        var city = entry?.City ?? articles.Select(a => a.City).FirstOrDefault(c => c is not null);
        string[] said = [interviews.Length == 0 ? "没有读出文章" : $"{interviews.Length} 篇文章", Size(page.Bytes.Length), year is null ? "没有年份" : $"{year}年", city ?? "没有城市"];
        Html damage = damaged == 0 ? Html.Empty : $""" <span class="tag damaged-tag">{damaged} 处缺损</span>""";
        return $"""
            <li><span><strong>{page.Path}</strong> <small>{string.Join(" · ", said)}{damage}</small>
            <details class="more-of"><summary>文章</summary><ul>{Html.Each(interviews, a => $"""<li><a href="{ArticleAddress.Of(a.Id)}">{a.Title}</a> <small>{a.Department} {a.Speaker}</small></li>""")}</ul></details></span>
            <span class="acts"><a class="button" href="{CorpusSection.Path}/describe{QueryString.Create("file", page.Path).ToUriComponent()}">年份、城市</a>{AdminForm.Button(request, CorpusSection.Path + "/remove", "删除…", ("file", page.Path))}</span></li>
            """;
    }

    private static Html States(AdminRequest request, IReadOnlyList<CorpusState> states, IReadOnlyList<SourceFile> files)
    {
        if (states.Count == 0) return $"""<p class="soft">还没有记录。发布一次，或文件夹里的文件有改动后，这里就有了。</p>""";
        var now = CorpusFolder.Fingerprint(files.Select(f => (f.Path, f.Hash)));
        var current = states.FirstOrDefault(s => s.Fingerprint == now);
        Html Row(CorpusState s) => $"""
            <li><span><strong>第 {s.Number} 版</strong> {s.Title} <small>{s.By ?? "文件夹"}，<time datetime="{LocalTime.Machine(s.At)}">{LocalTime.Minute(s.At)}</time> · {s.Files.Count(f => CorpusFolder.IsPage(f.Path))} 个文件、{s.Files.Count(f => CorpusFolder.IsLexicon(f.Path))} 个词表</small></span>
            <span class="acts">{(s == current ? (Html)$"""<span class="tag now">现在用的</span>""" : AdminForm.Button(request, CorpusSection.Path + "/restore", "恢复到这一版…", ("number", $"{s.Number}")))}</span></li>
            """;
        Html older = states.Count <= StatesShown ? Html.Empty : $"""<details class="more-of"><summary>更早的 {states.Count - StatesShown} 版</summary><ul class="rows">{Html.Each(states.Skip(StatesShown), Row)}</ul></details>""";
        return $"""<p class="soft">“恢复”会先给您看有哪些变化，确认后才生效。</p><ul class="rows">{Html.Each(states.Take(StatesShown), Row)}</ul>{older}""";
    }

    private static string Size(int bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024.0 / 1024:0.0} MB";
}
