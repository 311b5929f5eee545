using System.Globalization;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Data;
using PolicyQa.App.Review;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>The form in which an official writes an answer: wordings, text, excerpts picked by search, office, date.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Office">Who answers for it.</param>
/// <param name="Day">yyyy-MM-dd as typed.</param>
/// <param name="Search">What excerpts are looked for.</param>
/// <param name="Picked">Excerpts picked, as <see cref="Value"/> writes them.</param>
/// <param name="Wordings">Ids of the wordings that it answers.</param>
internal sealed record DraftForm(string Text, string Office, string Day, string Search, IReadOnlyList<string> Picked, IReadOnlyList<int> Wordings)
{
    private const int Passages = 6;
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>As the group stands.</summary>
    public static DraftForm Of(AdminRequest request, QuestionGroup group)
    {
        var today = LocalTime.Of(request.Service<TimeProvider>().GetUtcNow()).ToString(DayFormat, CultureInfo.InvariantCulture);
        var engine = request.Service<EngineHost>().Engine;
        IReadOnlyList<int> wordings = [.. group.Wordings.Where(w => w.Confirmed || group.State is GroupState.Open or GroupState.Dismissed || group.HasNews).Select(w => w.Id)];
        if (group.Answer is not { } answer) return new DraftForm("", "", today, group.Text, [], wordings);
        var picked = answer.Citations.OrderBy(c => c.Id).Select(c => new ReviewedQuotation(c.ArticleId, c.Start, c.Excerpt)).Where(q => q.Find(engine) >= 0).Select(q => Value(q.ArticleId, q.Find(engine), q.Excerpt));
        return new DraftForm(answer.Text, answer.Office, answer.Date.ToString(DayFormat, CultureInfo.InvariantCulture), group.Text, [.. picked], wordings);
    }

    /// <summary>As it was sent.</summary>
    public static DraftForm Read(AdminRequest request) => new(
        request.Field("text"),
        request.Field("office"),
        request.Field("day"),
        request.Field("search"),
        [.. request.Form["cite"].OfType<string>().Distinct(StringComparer.Ordinal).Take(AnswerDraft.MostQuotations * 2)],
        [.. request.Form["wording"].OfType<string>().Select(w => int.TryParse(w, out var id) ? id : 0).Where(id => id > 0)]);

    /// <summary>What would be saved.</summary>
    public AnswerDraft Draft(out DateOnly? day)
    {
        day = DateOnly.TryParseExact(Day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        return new AnswerDraft(Text, Office, day ?? default, [.. Picked.Select(Quotation)]);
    }

    public Html Render(AdminRequest request, string action, QuestionGroup group)
    {
        var engine = request.Service<EngineHost>().Engine;
        var picked = Picked.Select(p => (Value: p, Quotation: Quotation(p))).Where(p => p.Quotation.Find(engine) >= 0).ToList();
        var found = Search.Length is 0 or > QuestionRule.MaxLength ? [] : engine.Search(Search, null, Passages)
            .SelectMany(h => h.Passage.Sentences.Select(s => (h.Article, Value: Value(h.Article.Id, s.Start, s.Span.Of(h.Article.Text)), Excerpt: s.Span.Of(h.Article.Text))))
            .DistinctBy(s => s.Value).Where(s => picked.TrueForAll(p => p.Value != s.Value)).ToList();
        Html chosen = picked.Count == 0 ? Html.Empty : $"""<p class="sub">已选的出处</p>{Html.Each(picked, p => Sentence(p.Value, p.Quotation.Excerpt, engine.FindArticle(p.Quotation.ArticleId), picked: true))}""";
        Html results = found.Count == 0 ? $"""<p class="soft">没有查到原文，换个词试试。</p>""" : Html.Each(found, s => Sentence(s.Value, s.Excerpt, s.Article, picked: false));
        return AdminForm.Of(request, action, $"""
            <fieldset class="picks"><legend>适用的问法</legend>{Html.Each(group.Wordings, Asked)}</fieldset>
            <fieldset class="picks"><legend>出处</legend>
            <p class="hint">勾选一句或几句原文。答复里的数字都要在勾选的原文里有。</p>
            <div class="row"><input name="search" type="search" value="{Search}" maxlength="{QuestionRule.MaxLength}" aria-label="在原文里查找"><button class="plain" name="do" value="find">查找原文</button></div>
            {chosen}<p class="sub">查到的原文</p>{results}</fieldset>
            {AdminForm.Field("text", "答复", "直接写给提问的人看的话", $"""<textarea id="f-text" name="text" maxlength="{AnswerDraft.LongestText}" aria-describedby="h-text">{Text}</textarea>""")}
            <div class="pair">{AdminForm.Text("office", "审核单位", Office, AnswerDraft.LongestOffice, required: false)}
            {AdminForm.Field("day", "审核日期", "", $"""<input id="f-day" name="day" type="date" value="{Day}">""")}</div>
            <p class="acts"><button name="do" value="answer">保存答复</button><button class="plain" name="do" value="outside">不在范围内</button></p>
            """);
    }

    private Html Asked(Wording wording)
    {
        var @checked = Wordings.Contains(wording.Id) ? (Html)$" checked" : Html.Empty;
        return $"""<p class="check"><input type="checkbox" id="w{wording.Id}" name="wording" value="{wording.Id}"{@checked}> <label for="w{wording.Id}">{wording.Text} <small>{wording.Count} 次</small></label></p>""";
    }

    private static Html Sentence(string value, string excerpt, Article? article, bool picked)
    {
        var id = "c" + ExcerptFingerprint.Of(value);
        var @checked = picked ? (Html)$" checked" : Html.Empty;
        var source = article is null ? "" : string.Join(" · ", new[] { article.Department, article.Speaker, article.Title }.Where(p => !string.IsNullOrEmpty(p)));
        return $"""<p class="check"><input type="checkbox" id="{id}" name="cite" value="{value}"{@checked}> <label for="{id}">{excerpt} <small>{source}</small></label></p>""";
    }

    /// <summary>An excerpt as a field's value: article, place, words.</summary>
    private static string Value(string article, int start, string excerpt) => string.Create(CultureInfo.InvariantCulture, $"{article} {start} {excerpt}");

    private static ReviewedQuotation Quotation(string value)
    {
        var parts = value.Split(' ', 3);
        return parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && parts[2].Length > 0 ? new ReviewedQuotation(parts[0], start, parts[2]) : new ReviewedQuotation("", -1, "…");
    }
}
