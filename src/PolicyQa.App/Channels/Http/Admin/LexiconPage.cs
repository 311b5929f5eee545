using PolicyQa.Analysis;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>The editor of one lexicon file, and beside it what the edited file does. Works without a script, which only saves the button.</summary>
internal static class LexiconPage
{
    public static Html Render(AdminRequest request, IReadOnlyList<string> names, LexiconEdit edit, LexiconSight? sight, string? fault)
    {
        Html name = edit.IsNew
            ? AdminForm.Text("file", "词表名字", edit.Name, 40, hint: "以 .txt 结尾，例如 本地叫法.txt")
            : $"""<input type="hidden" name="file" value="{edit.Name}">""";
        return $"""
            <link rel="stylesheet" href="/desk.css"><script src="/desk.js" defer></script>
            <h1>词表</h1>
            <p class="lead">告诉系统哪些词是一个意思（群众说“老师”，文章写“教科研”），哪些名称不能拆开。</p>
            <nav class="tabs" aria-label="词表文件"><ul>{Html.Each(names, n => Tab(n, !edit.IsNew && n == edit.Name))}<li><a href="{LexiconSection.Path}?new=1"{(edit.IsNew ? (Html)$""" aria-current="page" """ : Html.Empty)}>＋ 新词表</a></li></ul></nav>
            {AdminForm.Fault(fault)}
            <form class="form lexicon" method="post" action="{LexiconSection.Path}">{request.Token}<input type="hidden" name="new" value="{(edit.IsNew ? "1" : "0")}">
            <div class="edit">{name}
            <p class="field"><label for="f-text">{(edit.IsNew ? "内容" : edit.Name)}</label><span class="hint" id="h-text">一行一组：<code>教科研 = 教师, 老师</code>　单独一个词，表示不可拆开：<code>云端草原行动</code>　# 开头是说明</span>
            <textarea id="f-text" name="text" rows="16" spellcheck="false" autocapitalize="off" aria-describedby="h-text">{edit.Text}</textarea></p></div>
            <div class="sight">
            <p class="field"><label for="f-sample">用这句话试试</label><span class="hint" id="h-sample">改左边的词表，下面随时显示系统怎么断词</span><input id="f-sample" name="sample" value="{edit.Sample}" maxlength="200" autocomplete="off" aria-describedby="h-sample"></p>
            <div id="sight" role="status">{Sight(sight)}</div>
            <p class="no-script"><button class="plain" name="act" value="look">看看效果</button></p></div>
            <div class="decide"><p>下一步会用一批问题试跑，比较改动前后的回答；还不会发布。</p><button type="submit" name="act" value="next">下一步：试跑</button></div>
            </form>
            """;
    }

    private static Html Tab(string name, bool here)
    {
        Html current = here ? (Html)$""" aria-current="page" """ : Html.Empty;
        return $"""<li><a href="{LexiconSection.Path}{QueryString.Create("file", name).ToUriComponent()}"{current}>{name}</a></li>""";
    }

    private static Html Sight(LexiconSight? sight)
    {
        if (sight is null) return $"""<p class="soft">索引还在准备，稍后再看。</p>""";
        var same = sight.Before.Select(t => t.Text).SequenceEqual(sight.After.Select(t => t.Text), StringComparer.Ordinal);
        return $"""
            {Problems(sight.Problems)}
            <h2>改后{(same ? "（断词不变）" : "")}</h2>{Tokens(sight.After, sight.Before)}
            {(same ? Html.Empty : (Html)$"<h2>现在</h2>{Tokens(sight.Before, sight.After)}")}
            {Synonyms(sight)}
            """;
    }

    private static Html Problems(IReadOnlyList<ReadProblem> problems)
    {
        if (problems.Count == 0) return $"""<p class="fine">每一行都读懂了。</p>""";
        return $"""<p class="fault">有 {problems.Count} 行读不懂，会跳过：</p><ul class="problems">{Html.Each(problems.Take(20), p => $"<li>{(p.Line is { } line ? $"第 {line} 行：" : "")}{p.Message}</li>")}</ul>""";
    }

    private static Html Tokens(IReadOnlyList<LexiconToken> tokens, IReadOnlyList<LexiconToken> other)
    {
        var known = other.Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        return $"""<ol class="tokens">{Html.Each(tokens, t => Token(t, !known.Contains(t.Text)))}</ol>""";
    }

    private static Html Token(LexiconToken token, bool differs)
    {
        Html kind = differs ? (Html)$""" class="differs" """ : Html.Empty;
        return $"<li{kind}>{token.Text}</li>";
    }

    private static Html Synonyms(LexiconSight sight)
    {
        var before = sight.Before.ToLookup(t => t.Text, t => t.Synonyms, StringComparer.Ordinal);
        var rows = sight.After.Where(t => t.Synonyms.Count > 0).DistinctBy(t => t.Text).ToArray();
        if (rows.Length == 0) return Html.Empty;
        return $"""<h2>还能用这些词问到</h2><dl class="synonyms">{Html.Each(rows, t => $"""<div><dt>{t.Text}</dt><dd>{Html.Each(t.Synonyms.Take(12), s => Word(s, !before[t.Text].Any(b => b.Contains(s))))}</dd></div>""")}</dl>""";
    }

    private static Html Word(string word, bool isNew) => isNew ? $"""<ins>{word}</ins> """ : (Html)$"<span>{word}</span> ";
}
