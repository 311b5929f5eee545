using System.Globalization;
using System.Text;
using PolicyQa.Answering;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Publishing;
using PolicyQa.Corpus;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>What a draft does to the lexicon: its lines, and which answers and figures would change.</summary>
internal static class LexiconDraft
{
    private const int ChangesShown = 30;

    public static Html Render(AdminRequest request, DraftView view, LexiconTrial? trial) =>
        $"""
        <section class="part" aria-labelledby="h-lexicon"><h2 id="h-lexicon">词表的改动</h2>{Html.Each(view.Changes.Where(c => CorpusFolder.IsLexicon(c.Path)), c => Lines(view, c.Path))}</section>
        <section class="part" id="trial" aria-labelledby="h-trial"><h2 id="h-trial">对回答的影响</h2>{(trial is null ? Html.Empty : Trial(request, view, trial))}</section>
        """;

    private static Html Lines(DraftView view, string path)
    {
        string[] Of(IReadOnlyList<SourceFile> files) => files.FirstOrDefault(f => f.Path == path) is { } file ? Encoding.UTF8.GetString(file.Bytes).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
        var (before, after) = (Of(view.Before), Of(view.After));
        var (gone, added) = (before.Except(after, StringComparer.Ordinal).ToArray(), after.Except(before, StringComparer.Ordinal).ToArray());
        Html none = gone.Length + added.Length == 0 ? $"""<p class="soft">只有空行或先后次序的变化。</p>""" : Html.Empty;
        return $"""<h3>{path[(CorpusFolder.Lexicon.Length + 1)..]}</h3><div class="change lines">{Html.Each(gone, l => $"""<p class="minus"><del>{l}</del></p>""")}{Html.Each(added, l => $"""<p class="plus"><ins>{l}</ins></p>""")}</div>{none}""";
    }

    private static Html Trial(AdminRequest request, DraftView view, LexiconTrial trial)
    {
        var again = AdminForm.Button(request, CorpusSection.AddressOf(view.Draft) + "/try", "重新试跑");
        if (trial.Fault is { } fault) return $"""<p class="fault" role="status">{fault}</p>{again}""";
        if (trial.Report is not { } report)
        {
            Html bar = trial.Questions == 0 ? (Html)$"""<progress aria-label="试跑进度"></progress>""" : $"""<progress aria-label="试跑进度" max="{trial.Questions}" value="{trial.Asked}"></progress>""";
            return $"""<div data-waiting><p role="status">正在用现在的词表和改后的词表各问一遍同样的问题{(trial.Questions == 0 ? "……" : $"，已问 {trial.Asked} / {trial.Questions} 个……")}</p>{bar}<p class="soft">不影响别人提问。<a href="{CorpusSection.AddressOf(view.Draft)}#trial">刷新看结果</a></p></div>""";
        }

        return $"""
            <p>{Verdict(report)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="指标对比"><table class="compare"><thead><tr><th scope="col">同样的 {report.Asked} 个问题</th><th scope="col">现在</th><th scope="col">改后</th></tr></thead><tbody>
            {Figure("答出来的", report.Before.Answered, report.After.Answered)}
            {(report.Before.Answers is { } b && report.After.Answers is { } a ? Html.Join([Figure("答对的", b.Right, a.Right), Share("与标准答案的重合度（F1）", b.F1, a.F1)]) : Html.Empty)}
            {(report.Before.Ranking is { } rb && report.After.Ranking is { } ra ? Share("第一篇就找对文章（R@1）", rb.RecallAt1, ra.RecallAt1) : Html.Empty)}
            {(report.Before.Refusals is { } fb && report.After.Refusals is { } fa ? Figure("该说“没有找到”的说对了", fb.Refused, fa.Refused) : Html.Empty)}
            </tbody></table></div>
            {(report.Changes.Count == 0 ? Html.Empty : Changes(report))}
            <p class="soft">问题由台账里的承诺自动生成（原词问一遍，词表里有同义词的再换个说法问一遍）{(report.IsComplete ? "" : $"；时间到了，只问了 {report.Questions} 个里的前 {report.Asked} 个")}。</p>{again}
            """;
    }

    private static string Verdict(TrialReport report)
    {
        if (report.Changes.Count == 0) return "没有一个回答会变。";
        var better = report.Changes.Count(c => c is { RightBefore: false, RightAfter: true });
        var worse = report.Changes.Count(c => c is { RightBefore: true, RightAfter: false });
        return $"有 {report.Changes.Count} 个回答会变：{better} 个由错变对，{worse} 个由对变错。{(worse > 0 ? "请先看看变错的是不是要紧。" : "")}";
    }

    private static Html Changes(TrialReport report) =>
        $"""
        <ul class="trials">{Html.Each(report.Changes.OrderBy(c => c is { RightBefore: true, RightAfter: false } ? 0 : 1).Take(ChangesShown), c => $"""
            <li><p><strong>{c.Question.Request.Question}</strong> {Mark(c)}</p><p><small>现在</small> {Said(c.Before)}</p><p><small>改后</small> {Said(c.After)}</p></li>
            """)}</ul>{(report.Changes.Count > ChangesShown ? (Html)$"""<p class="soft">另有 {report.Changes.Count - ChangesShown} 个。</p>""" : Html.Empty)}
        """;

    private static Html Mark(TrialChange change) => (change.RightBefore, change.RightAfter) switch
    {
        (false, true) => $"""<span class="tag plus">变对</span>""",
        (true, false) => $"""<span class="tag minus">变错</span>""",
        _ => $"""<span class="tag">有变化</span>""",
    };

    private static string Said(Answer answer) => answer.ShortAnswer ?? (answer.Status == AnswerStatus.Clarify ? "（反问）" : "没有找到");

    private static Html Figure(string name, int before, int after) => Row(name, $"{before}", $"{after}", after.CompareTo(before));

    private static Html Share(string name, double before, double after) =>
        Row(name, before.ToString("0.000", CultureInfo.InvariantCulture), after.ToString("0.000", CultureInfo.InvariantCulture), Math.Abs(after - before) < 0.0005 ? 0 : after.CompareTo(before));

    private static Html Row(string name, string before, string after, int sign)
    {
        Html arrow = sign == 0 ? Html.Empty : sign > 0 ? $""" <span class="plus">↑</span>""" : (Html)$""" <span class="minus">↓</span>""";
        return $"""<tr><th scope="row">{name}</th><td>{before}</td><td><b>{after}</b>{arrow}</td></tr>""";
    }
}
