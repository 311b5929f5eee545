using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Publishing;
using PolicyQa.Commitments;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>What publishing would do: how pages were read, what changes, what is lost, and the button.</summary>
internal static class DraftPage
{
    private const int ParagraphsShown = 20;
    private const int RowsShown = 30;

    public static Html Render(AdminRequest request, DraftView view, LexiconTrial? trial, string? fault)
    {
        var changes = view.Preview.Changes;
        Html stop = view.Obstacle is null || fault == view.Obstacle ? Html.Empty : $"""<p class="fault" role="alert">不能发布：{view.Obstacle}</p>""";
        Html problem = fault is null ? Html.Empty : $"""<p class="fault" role="alert">{fault}</p>""";
        return $"""
            <link rel="stylesheet" href="/desk.css"><script src="/desk.js" defer></script>
            <p class="crumbs"><a href="{(view.HasLexicon && !view.Pages.Any() && view.Draft.Restores is null ? LexiconSection.Path : CorpusSection.Path)}">返回</a></p>
            <h1>{view.Draft.Title}</h1>
            <p class="lead">{view.Draft.By}，{LocalTime.Minute(view.Draft.At)}。<strong>还没有发布</strong>，下面是发布后的样子。</p>
            {problem}{stop}
            {(changes.IsEmpty && (view.Obstacle is not null || view.HasLexicon) ? Html.Empty : Summary(view))}
            {Problems(view)}
            {Pages(view)}
            {Changed(changes.Changed)}
            {Gone(view)}
            {(view.HasLexicon ? LexiconDraft.Render(request, view, trial) : Html.Empty)}
            {Acts(request, view)}
            """;
    }

    private static Html Summary(DraftView view)
    {
        var (c, p) = (view.Preview.Changes, view.Preview);
        (string Name, int Count, string Kind)[] figures =
        [
            ("新增文章", c.Added.Count, "plus"), ("有改动", c.Changed.Count, "other"), ("会消失", c.Gone.Count, "minus"), ("不变", c.Unchanged, "same"),
        ];
        return $"""
            <ul class="figures">{Html.Each(figures, f => $"""<li class="{(f.Count == 0 ? "none-of" : f.Kind)}"><b>{f.Count}</b>{f.Name}</li>""")}</ul>
            <p class="soft">发布后共 {p.Articles.Count(a => a.Kind != ArticleKind.Preface)} 篇文章、{p.Passages.Values.Sum()} 个段落、{p.Commitments} 项承诺{(p.NewCommitments.Count > 0 ? $"（新增 {p.NewCommitments.Count} 项）" : "")}{(p.GoneCommitments.Count > 0 ? $"（消失 {p.GoneCommitments.Count} 项）" : "")}。</p>
            """;
    }

    private static Html Problems(DraftView view)
    {
        var touched = view.Changes.Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
        // What was skipped before, elsewhere, is not this draft's doing.
        var own = view.Preview.Problems.Where(p => touched.Contains(p.Path)).ToArray();
        if (own.Length == 0) return Html.Empty;
        return $"""<section class="part" aria-labelledby="h-problems"><h2 id="h-problems">读不了的地方</h2><ul class="problems">{Html.Each(own.Take(RowsShown), p => $"<li>{p.ToString()}</li>")}</ul>{More(own.Length, RowsShown)}</section>""";
    }

    private static Html Pages(DraftView view) => Html.Each(view.Pages.Select((path, i) => (Path: path, Id: $"h-file{i}")), p => PageOf(view, p.Path, p.Id));

    private static Html PageOf(DraftView view, string path, string id)
    {
        var articles = view.Preview.Articles.Where(a => a.SourcePath == path).ToArray();
        // Why nothing was read is said above.
        if (articles.Length == 0) return Html.Empty;
        var describe = $"{CorpusSection.Path}/describe{QueryString.Create([KeyValuePair.Create("file", (string?)path), KeyValuePair.Create("draft", (string?)view.Draft.Id)]).ToUriComponent()}";
        var (year, city) = (articles.FirstOrDefault()?.Year, articles.FirstOrDefault()?.City);
        Html edit = view.Draft.Restores is null ? $"""<a href="{describe}">{(year is null || city is null ? "补上年份、城市" : "修改")}</a>""" : Html.Empty;
        var doubtful = articles.Where(a => a.Kind == ArticleKind.Plain).ToArray();
        Html hint = doubtful.Length == 0
            ? Html.Empty
            : $"""<p class="damage"><span class="tag">请核对</span>没有认出是谁的访谈，按普通文章读。如果它是访谈，请检查原文里有没有“——访市教育局局长某某”“●本报记者 某某”这样的行。</p>""";
        return $"""
            <section class="part" aria-labelledby="{id}"><h2 id="{id}">{path} 读成了 {articles.Length} 篇</h2>
            <p class="soft">“今年”指 {(year is null ? "（不知道是哪一年）" : $"{year}年")}，“全市”指 {city ?? "（不知道是哪个市）"}。{edit}</p>{hint}
            <ol class="read">{Html.Each(articles, a => ArticleOf(view, a))}</ol></section>
            """;
    }

    private static Html ArticleOf(DraftView view, Article article)
    {
        var labelled = article.Sections.Count(s => s.Label is not null);
        Html Fact(string name, string? value) => value is null ? Html.Empty : $"""<div><dt>{name}</dt><dd>{value}</dd></div>""";
        Html damages = article.Damages.Count == 0 ? Html.Empty : $"""<ul class="problems">{Html.Each(article.Damages, d => $"""<li>{d.Explanation} <small>原文件第 {article.LineAt(d.Start)} 行</small></li>""")}</ul>""";
        return $"""
            <li class="card-of"><h3><a href="{CorpusSection.AddressOf(view.Draft)}/articles/{Uri.EscapeDataString(article.Id)}">{article.Title}</a> <span class="tag">{KindOf(article.Kind)}</span>{Fresh(view, article)}</h3>
            <dl>{Fact("部门", article.Department)}{Fact("受访人", article.Speaker is null ? null : $"{article.Speaker}{(article.Post is null ? "" : $"（{article.Post}）")}")}{Fact("记者", article.Reporter)}{Fact("小节", labelled == 0 ? "没有分小节" : $"{labelled} 个：{string.Join('、', article.Sections.Select(s => s.Label).OfType<string>().Take(12))}")}{Fact("段落", $"{view.Preview.Passages.GetValueOrDefault(article.Id)} 个")}{Fact("缺损", article.Damages.Count == 0 ? "没有" : $"{article.Damages.Count} 处")}</dl>{damages}</li>
            """;
    }

    private static Html Fresh(DraftView view, Article article) =>
        view.Preview.Changes.Added.Contains(article) ? $""" <span class="tag plus">新</span>""" : view.Preview.Changes.Changed.Any(c => c.After == article) ? (Html)$""" <span class="tag other">有改动</span>""" : Html.Empty;

    private static Html Changed(IReadOnlyList<ArticleChange> changed)
    {
        if (changed.Count == 0) return Html.Empty;
        return $"""
            <section class="part" aria-labelledby="h-changed"><h2 id="h-changed">有改动的文章</h2>
            {Html.Each(changed.Take(RowsShown), c => $"""
                <details class="change"{(changed.Count <= 3 ? (Html)$" open" : Html.Empty)}><summary><strong>{c.After.Title}</strong> <small>{Differences(c)}</small></summary>
                {Html.Each(c.Removed.Take(ParagraphsShown), p => $"""<p class="minus"><del>{p}</del></p>""")}{Html.Each(c.Added.Take(ParagraphsShown), p => $"""<p class="plus"><ins>{p}</ins></p>""")}{More(Math.Max(c.Removed.Count, c.Added.Count), ParagraphsShown)}</details>
                """)}{More(changed.Count, RowsShown)}</section>
            """;
    }

    private static Html Gone(DraftView view)
    {
        var gone = view.Preview.Changes.Gone;
        var rows = view.Preview.GoneCommitments;
        if (gone.Count + rows.Count == 0) return Html.Empty;
        Html articles = gone.Count == 0 ? Html.Empty : $"""<ul class="problems">{Html.Each(gone.Take(RowsShown), a => $"<li>《{a.Title}》{a.Department} {a.Speaker}</li>")}</ul>{More(gone.Count, RowsShown)}""";
        Html ledger = rows.Count == 0
            ? Html.Empty
            : $"""<details class="change"><summary>台账里会消失的 {rows.Count} 项承诺</summary><p class="soft">已经填写的进展不会丢，会列在“台账进展”页的“找不到原文的承诺”里。</p><ul class="problems">{Html.Each(rows.Take(RowsShown), Row)}</ul>{More(rows.Count, RowsShown)}</details>""";
        return $"""<section class="part" aria-labelledby="h-gone"><h2 id="h-gone">会消失的内容</h2><p class="soft">发布后，问答不再引用这些内容，指向它们的链接会失效。</p>{articles}{ledger}</section>""";
    }

    private static Html Row(Commitment row) => $"<li>{row.Department}：{row.Line}</li>";

    private static Html Acts(AdminRequest request, DraftView view)
    {
        Html publish = view.Obstacle is not null ? Html.Empty : AdminForm.Of(request, CorpusSection.AddressOf(view.Draft) + "/publish", $"""<input type="hidden" name="seen" value="{view.Base}"><button type="submit">{(view.Draft.Restores is null ? "发布" : "确认恢复")}</button>""");
        return $"""<div class="decide"><p>{(view.Obstacle is null ? "确认无误就发布；发布后几秒内生效，随时可以恢复。" : "请取消后重新准备。")}</p>{publish}{AdminForm.Button(request, CorpusSection.AddressOf(view.Draft) + "/discard", "取消，不发布")}</div>""";
    }

    private static string KindOf(ArticleKind kind) => kind switch
    {
        ArticleKind.Interview => "访谈",
        ArticleKind.Preface => "刊头",
        _ => "普通文章",
    };

    private static string Differences(ArticleChange change)
    {
        (ArticleDifference Flag, string Words)[] names =
        [
            (ArticleDifference.Text, "正文"), (ArticleDifference.Title, "标题"), (ArticleDifference.People, "部门、受访人或记者"), (ArticleDifference.Year, $"年份（{Or(change.Before.Year)} → {Or(change.After.Year)}）"),
            (ArticleDifference.City, $"城市（{change.Before.City ?? "无"} → {change.After.City ?? "无"}）"), (ArticleDifference.Source, "所在文件"), (ArticleDifference.Damage, "缺损标记"), (ArticleDifference.Address, "网址（旧链接会失效）"),
        ];
        return string.Join('、', names.Where(n => change.Differences.HasFlag(n.Flag)).Select(n => n.Words));
    }

    private static string Or(int? year) => year is { } y ? $"{y}" : "无";

    private static Html More(int count, int shown) => count <= shown ? Html.Empty : $"""<p class="soft">还有 {count - shown} 处，这里不一一列出。</p>""";
}
