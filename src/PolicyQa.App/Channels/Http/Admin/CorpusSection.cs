using PolicyQa.Analysis;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Data;
using PolicyQa.App.Publishing;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Corpus: bring a file, see how it is read, publish, go back.</summary>
internal static class CorpusSection
{
    public const string Path = "/admin/corpus";
    private const int LongestTitle = 100;
    private const int LongestCity = 20;

    public static void Map(AdminRoutes routes)
    {
        routes.Get("/corpus", DeskGuard.Around(r => Task.FromResult<IResult>(Show(r, null))));
        routes.Post("/corpus/upload", DeskGuard.Around(UploadAsync), UploadReading.MaxBytes);
        routes.Post("/corpus/remove", DeskGuard.Around(RemoveAsync));
        routes.Post("/corpus/restore", DeskGuard.Around(RestoreAsync));
        routes.Get("/corpus/describe", DeskGuard.Around(r => Task.FromResult<IResult>(Describe(r, r.Http.Request.Query["file"].ToString(), null))));
        routes.Post("/corpus/describe", DeskGuard.Around(SetDescriptionAsync));
        routes.Get("/corpus/drafts/{id}", DeskGuard.Around(r => Task.FromResult(ShowDraft(r, Id(r), null))));
        routes.Get("/corpus/drafts/{id}/articles/{article}", DeskGuard.Around(r => Task.FromResult(ShowArticle(r))));
        routes.Post("/corpus/drafts/{id}/publish", DeskGuard.Around(PublishAsync));
        routes.Post("/corpus/drafts/{id}/discard", DeskGuard.Around(DiscardAsync));
        routes.Post("/corpus/drafts/{id}/try", DeskGuard.Around(TryAsync));
    }

    public static string AddressOf(CorpusDraft draft) => $"{Path}/drafts/{draft.Id}";

    private static string Id(AdminRequest request) => request.Http.Request.RouteValues["id"] as string ?? "";

    private static HtmlResult Show(AdminRequest request, string? fault)
    {
        var desk = request.Service<CorpusDesk>();
        return request.Page("语料", CorpusPage.Render(request, desk.Files(request.Aborted), desk.Drafts(), desk.States(), request.Service<EngineHost>().Current?.Engine, fault), fault is null ? 200 : 400);
    }

    private static async Task<IResult> UploadAsync(AdminRequest request)
    {
        var reading = await UploadReading.FromAsync(request.Form.Files, request.Aborted);
        if (reading.Fault is { } fault) return Show(request, fault);
        var title = reading.Files is [var only] ? $"上传 {only.Path}" : $"上传 {reading.Files.Count} 个文件：{reading.Files[0].Path} 等";
        return Results.LocalRedirect(AddressOf(request.Service<CorpusDesk>().Prepare(request.Name, title, reading.Files)));
    }

    private static Task<IResult> RemoveAsync(AdminRequest request)
    {
        var desk = request.Service<CorpusDesk>();
        var path = request.Field("file");
        var files = desk.Files(request.Aborted);
        if (files.All(f => f.Path != path)) return Task.FromResult<IResult>(request.Gone());
        List<(string, byte[]?)> changes = [(path, null)];
        // Its description would stay behind as a complaint.
        if (files.FirstOrDefault(f => f.Path == SourceDescriptor.FileName) is { } json && SourceDescriptor.Read(json.Bytes, []).For(path) is not null && SourceDescriptorEdit.Remove(json.Bytes, path) is { } rest) changes.Add((json.Path, rest));
        return Task.FromResult(Results.LocalRedirect(AddressOf(desk.Prepare(request.Name, $"删除 {path}", changes))));
    }

    private static Task<IResult> RestoreAsync(AdminRequest request) =>
        Task.FromResult<IResult>(request.Service<CorpusDesk>().PrepareRestore(request.Name, request.Number("number")) is { } draft ? Results.LocalRedirect(AddressOf(draft)) : request.Gone());

    private static HtmlResult Describe(AdminRequest request, string file, string? fault)
    {
        var (draft, files) = Described(request);
        if (files is null || files.All(f => f.Path != file)) return request.Gone();
        var entry = files.FirstOrDefault(f => f.Path == SourceDescriptor.FileName) is { } json ? SourceDescriptor.Read(json.Bytes, []).For(file) : null;
        if (fault is not null) entry = new SourceEntry { File = file, Title = request.Field("title"), City = request.Field("city"), Year = request.Number("year") is > 0 and var year ? year : null };
        return request.Page("填写说明", DescribePage.Render(request, file, entry, draft, fault), fault is null ? 200 : 400);
    }

    private static Task<IResult> SetDescriptionAsync(AdminRequest request)
    {
        var file = request.Field("file");
        var (draft, files) = Described(request);
        if (files is null || files.All(f => f.Path != file)) return Task.FromResult<IResult>(request.Gone());
        var (title, city, year) = (request.Field("title"), request.Field("city"), request.Field("year"));
        var number = request.Number("year");
        if (title.Length > LongestTitle || city.Length > LongestCity) return Task.FromResult<IResult>(Describe(request, file, "标题或城市太长"));
        if (year.Length > 0 && number is < 1949 or > 2100) return Task.FromResult<IResult>(Describe(request, file, "年份应是四位数字，例如 2024"));
        var entry = new SourceEntry { File = file, Title = title.Length > 0 ? title : null, City = city.Length > 0 ? city : null, Year = year.Length > 0 ? number : null };
        if (SourceDescriptorEdit.Set(files.FirstOrDefault(f => f.Path == SourceDescriptor.FileName)?.Bytes, entry) is not { } json)
            return Task.FromResult<IResult>(Describe(request, file, "现有的 source.json 已经写坏了，为免丢失内容没有改动；请先在语料文件夹里改好它"));
        var desk = request.Service<CorpusDesk>();
        (string, byte[]?)[] changes = [(SourceDescriptor.FileName, json)];
        var prepared = draft is null ? desk.Prepare(request.Name, $"修改 {file} 的说明", changes) : desk.Extend(draft, request.Name, changes);
        return Task.FromResult<IResult>(prepared is null ? request.Gone() : Results.LocalRedirect(AddressOf(prepared)));
    }

    /// <summary>The files that are described: those of a draft, or those that are served.</summary>
    private static (string? Draft, IReadOnlyList<SourceFile>? Files) Described(AdminRequest request)
    {
        var desk = request.Service<CorpusDesk>();
        var draft = request.Form.ContainsKey("draft") ? request.Field("draft") : request.Http.Request.Query["draft"].ToString();
        return draft.Length == 0 ? (null, desk.Files(request.Aborted)) : (draft, desk.Look(draft, request.Aborted)?.After);
    }

    private static IResult ShowDraft(AdminRequest request, string id, string? fault)
    {
        if (request.Service<CorpusDesk>().Look(id, request.Aborted) is not { } view) return request.Gone();
        var trial = view.HasLexicon && view.Obstacle is null ? request.Service<LexiconTrials>().Start(id, Lexicon.Of(view.Before), Lexicon.Of(view.After)) : null;
        return request.Page(view.Draft.Title, DraftPage.Render(request, view, trial, fault), fault is null ? 200 : 409);
    }

    private static IResult ShowArticle(AdminRequest request)
    {
        var id = request.Http.Request.RouteValues["article"] as string;
        if (request.Service<CorpusDesk>().Look(Id(request), request.Aborted) is not { } view || view.Preview.Articles.FirstOrDefault(a => a.Id == id) is not { } article) return request.Gone();
        var lines = request.Http.Request.Query["lines"] == "1";
        var page = ArticlePage.Render(article, null, lines, $"{AddressOf(view.Draft)}/articles/{Uri.EscapeDataString(article.Id)}{(lines ? "" : "?lines=1")}");
        return request.Page(article.Title, $"""<p class="crumbs"><a href="{AddressOf(view.Draft)}">返回“{view.Draft.Title}”</a> <span class="tag">还没有发布</span></p>{page.Main}""");
    }

    private static async Task<IResult> PublishAsync(AdminRequest request)
    {
        var outcome = await request.Service<CorpusDesk>().PublishAsync(Id(request), request.Field("seen"), request.Name, request.Aborted);
        if (outcome.State is not { } state) return ShowDraft(request, Id(request), outcome.Fault);
        await NoteAsync(request, state);
        var said = $"已发布，现在是第 {state.Number} 版。" + (outcome.NotServed is null ? "问答已经改用新的内容。" : $"文件已经存好，但问答还在用原来的内容，30 秒后会自动再试：{outcome.NotServed}");
        return request.DoneAt(Path, said);
    }

    private static Task<IResult> DiscardAsync(AdminRequest request)
    {
        request.Service<CorpusDesk>().Discard(Id(request));
        return Task.FromResult(request.DoneAt(Path, "已取消，语料没有变动。"));
    }

    private static Task<IResult> TryAsync(AdminRequest request)
    {
        request.Service<LexiconTrials>().Forget(Id(request));
        return Task.FromResult<IResult>(Results.LocalRedirect($"{Path}/drafts/{Uri.EscapeDataString(Id(request))}#trial"));
    }

    /// <summary>The history knows it already; the log of all deeds shall too, where it can be written.</summary>
    private static async Task NoteAsync(AdminRequest request, CorpusState state)
    {
        var now = request.Service<TimeProvider>().GetUtcNow();
        try
        {
            await request.Service<DataStore>().WithAsync(
                data =>
                {
                    data.Note(now, request.Name, state.Origin == StateOrigin.Rollback ? "恢复语料" : "发布语料", $"第 {state.Number} 版：{state.Title}");
                    return data.SaveChangesAsync(CancellationToken.None);
                },
                CancellationToken.None);
        }
        catch (DataUnavailableException e)
        {
            Log.DeskFailed(request.Service<ILogger<CorpusDesk>>(), e);
        }
    }
}
