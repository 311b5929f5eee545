using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Data;
using PolicyQa.App.Review;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>The queue: what people asked in vain, and what is decided about it.</summary>
internal static class QuestionSection
{
    public const string Path = "/admin/questions";
    private const int RowsPerPage = 50;
    private static readonly (string State, string Name)[] States = [("open", "待处理"), ("answered", "已答复"), ("outside", "不在范围内"), ("dismissed", "已忽略")];

    public static void Map(AdminRoutes routes)
    {
        routes.Get("/questions", ListAsync);
        routes.Get("/questions/{id}", ShowAsync);
        routes.Post("/questions/{id}", WorkAsync);
        routes.Post("/questions/{id}/dismiss", request => SetAsideAsync(request, dismissed: true, "已忽略。"));
        routes.Post("/questions/{id}/reopen", request => SetAsideAsync(request, dismissed: false, "已放回待处理，原来的答复不再使用。"));
        routes.Get("/questions/{id}/delete", AskToDeleteAsync);
        routes.Post("/questions/{id}/delete", DeleteAsync);
    }

    private static async Task<IResult> ListAsync(AdminRequest request)
    {
        var state = States.FirstOrDefault(s => s.State == request.Http.Request.Query["state"].ToString(), States[0]).State;
        var page = Math.Max(1, request.Number("page"));
        var (groups, counts) = await request.Service<DataStore>().WithAsync(
            async data =>
            {
                var chosen = Of(data, state).AsNoTracking().Include(g => g.Answer).OrderByDescending(g => g.Refused + g.Disliked).ThenByDescending(g => g.LastSeen);
                var rows = await chosen.Skip((page - 1) * RowsPerPage).Take(RowsPerPage + 1).ToListAsync(request.Aborted);
                Dictionary<string, int> counts = new(StringComparer.Ordinal);
                foreach (var (name, _) in States) counts[name] = await Of(data, name).CountAsync(request.Aborted);
                return (rows, counts);
            },
            request.Aborted);
        Html tabs = $"""<nav class="tabs" aria-label="状态"><ul>{Html.Each(States, s => $"""<li><a href="{Path}?state={s.State}"{(s.State == state ? (Html)$""" aria-current="true" """ : Html.Empty)}>{s.Name} {counts[s.State]}</a></li>""")}</ul></nav>""";
        var list = groups.Count == 0 ? (Html)$"""<p class="soft">没有{States.First(s => s.State == state).Name}的问题。</p>""" : $"""<ul class="rows">{Html.Each(groups.Take(RowsPerPage), Row)}</ul>""";
        Html more = groups.Count > RowsPerPage ? $"""<p><a class="more" href="{Path}?state={state}&amp;page={page + 1}">下一页</a></p>""" : Html.Empty;
        return request.Page("待答问题", $"""
            <h1>待答问题</h1>
            <p class="soft">没有找到答案、或有人点了“没用”的问题，意思相近的合在一起，问得多的在前。</p>
            {tabs}{list}{more}
            """);
    }

    /// <summary>What waits: undecided, or decided and in need of another look.</summary>
    internal static IQueryable<QuestionGroup> Of(DataContext data, string state) => state switch
    {
        "answered" => data.Groups.Where(g => g.State == GroupState.Answered),
        "outside" => data.Groups.Where(g => g.State == GroupState.OutOfScope),
        "dismissed" => data.Groups.Where(g => g.State == GroupState.Dismissed),
        _ => data.Groups.Where(g => g.State == GroupState.Open || (g.State != GroupState.Dismissed && (g.HasNews || g.Answer!.Suspended != null))),
    };

    private static Html Row(QuestionGroup group)
    {
        Html why = group.Answer?.Suspended is { } reason ? $"""<span class="tag warn">需复核：{reason}</span>""" : group.HasNews ? $"""<span class="tag">有新问法</span>""" : Html.Empty;
        return $"""<li><span><a class="subject" href="{Path}/{group.Id}">{group.Text}</a> {why}</span><small>{Counts(group)} · {LocalTime.Minute(group.LastSeen)}</small></li>""";
    }

    private static string Counts(QuestionGroup group)
    {
        string?[] parts = [group.Refused > 0 ? $"没答出 {group.Refused} 次" : null, group.Disliked > 0 ? $"“没用” {group.Disliked} 次" : null, Channels(group)];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Channels(QuestionGroup group) => string.Join("、", group.Channels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c switch
    {
        ChannelName.Page => "网页",
        ChannelName.Api => "网页组件和接口",
        ChannelName.OpenAi => "模型接口",
        ChannelName.Mcp => "智能体",
        ChannelName.Chat => "微信",
        _ => c,
    }));

    private static async Task<IResult> ShowAsync(AdminRequest request)
    {
        if (await request.Service<ReviewDesk>().FindAsync(request.Number("id"), request.Aborted) is not { } group) return request.Gone();
        return Render(request, group, DraftForm.Of(request, group), []);
    }

    private static HtmlResult Render(AdminRequest request, QuestionGroup group, DraftForm form, IReadOnlyList<string> faults)
    {
        var here = $"{Path}/{group.Id}";
        Html state = group.State switch
        {
            GroupState.Answered when group.Answer?.Suspended is { } why => $"""<p class="damage" role="status"><span class="tag">需复核</span>{why}。答复已停用，请重新选出处再保存。</p>""",
            GroupState.Answered => $"""<p class="done">已答复，{group.Answer?.By}于 {LocalTime.Minute(group.Answer?.At ?? group.LastSeen)} 保存。再保存一次就替换它。</p>""",
            GroupState.OutOfScope => $"""<p class="done">已标为不在范围内。</p>""",
            GroupState.Dismissed => $"""<p class="done">已忽略。</p>""",
            _ => Html.Empty,
        };
        Html reopen = group.State == GroupState.Open ? Html.Empty : AdminForm.Button(request, here + "/reopen", "放回待处理");
        Html dismiss = group.State == GroupState.Dismissed ? Html.Empty : AdminForm.Button(request, here + "/dismiss", "忽略");
        return request.Page(
            group.Text,
            $"""
            <p class="back"><a href="{Path}">待答问题</a></p>
            <h1>{group.Text}</h1>
            <p class="soft">{Counts(group)} · 最近 {LocalTime.Minute(group.LastSeen)}</p>{state}
            {Html.Each(faults, f => AdminForm.Fault(f))}
            {form.Render(request, here, group)}
            <section class="others"><h2>不用答复</h2><div class="acts">{dismiss}{reopen}<a class="more" href="{here}/delete">删除</a></div></section>
            """,
            faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>One form, three buttons: look something up, save the answer, rule the question out. What is filled in stays.</summary>
    private static async Task<IResult> WorkAsync(AdminRequest request)
    {
        var desk = request.Service<ReviewDesk>();
        var id = request.Number("id");
        if (await desk.FindAsync(id, request.Aborted) is not { } group) return request.Gone();
        var form = DraftForm.Read(request);
        switch (request.Field("do"))
        {
            case "outside":
                return await desk.RuleOutAsync(id, form.Wordings, request.Name, request.Aborted) ? request.DoneAt($"{Path}/{id}", "已标为不在范围内，以后这样问会如实告知。") : request.Gone();
            case "answer":
                var today = DateOnly.FromDateTime(LocalTime.Of(request.Service<TimeProvider>().GetUtcNow()).DateTime);
                var draft = form.Draft(out var date);
                List<string> faults = [.. date is null ? (string[])["审核日期应形如 2026-11-27"] : [], .. draft.FaultsOf(request.Service<EngineHost>().Engine, today)];
                if (form.Wordings.Count == 0) faults.Add("请至少选一个问法");
                if (faults.Count > 0) return Render(request, group, form, faults);
                return await desk.AnswerAsync(id, draft, form.Wordings, request.Name, request.Aborted) ? request.DoneAt($"{Path}/{id}", "已保存。从现在起，这样问就用这个答复，并标明“人工审核”。") : request.Gone();
            default:
                return Render(request, group, form, []);
        }
    }

    private static async Task<IResult> SetAsideAsync(AdminRequest request, bool dismissed, string said) =>
        await request.Service<ReviewDesk>().SetAsideAsync(request.Number("id"), dismissed, request.Name, request.Aborted) ? request.DoneAt(Path, said) : request.Gone();

    private static async Task<IResult> AskToDeleteAsync(AdminRequest request)
    {
        if (await request.Service<ReviewDesk>().FindAsync(request.Number("id"), request.Aborted) is not { } group) return request.Gone();
        return request.Page("删除", $"""
            <h1>删除这组问题？</h1><p>“{group.Text}”和它的 {group.Wordings.Count} 个问法、答复、意见都会删掉，不能恢复。</p>
            <div class="acts">{AdminForm.Button(request, string.Create(CultureInfo.InvariantCulture, $"{Path}/{group.Id}/delete"), "删除")}<a class="more" href="{Path}/{group.Id}">不删</a></div>
            """);
    }

    private static async Task<IResult> DeleteAsync(AdminRequest request) =>
        await request.Service<ReviewDesk>().DeleteAsync(request.Number("id"), request.Name, request.Aborted) ? request.DoneAt(Path, "已删除。") : request.Gone();
}
