using PolicyQa.App.Progress;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>How commitments stand: look one up, say how it is and on what evidence, see all that was said before.</summary>
internal static class ProgressSection
{
    public const string Path = "/admin/progress";

    public static void Map(AdminRoutes routes)
    {
        routes.Get("/progress", ShowAsync);
        routes.Get("/progress/{id}", r => RowAsync(r, null));
        routes.Post("/progress/{id}", SaveAsync);
    }

    public static string AddressOf(string rowId) => $"{Path}/{Uri.EscapeDataString(rowId)}";

    private static async Task<IResult> ShowAsync(AdminRequest request)
    {
        if (request.Service<EngineHost>().Current?.Engine is not { } engine) return NotReady(request);
        var book = request.Service<StatusBook>();
        await book.LoadAsync(request.Aborted);
        var query = CommitmentQuery.Of(request.Http.Request, engine);
        var orphans = await book.OrphansAsync(engine.Ledger, request.Aborted);
        var due = request.Http.Request.Query["due"] == "1";
        IReadOnlyList<Commitment> found = query.Fault is null ? query.Rows(engine) : [];
        if (due) found = [.. found.Where(query.Statuses.WantsUpdate)];
        return request.Page("台账进展", ProgressPage.Render(engine.Ledger, query, found, due, Math.Max(1, request.Number("page")), orphans));
    }

    private static async Task<IResult> RowAsync(AdminRequest request, string? fault)
    {
        if (request.Service<EngineHost>().Current?.Engine is not { } engine) return NotReady(request);
        var id = request.Http.Request.RouteValues["id"] as string ?? "";
        var book = request.Service<StatusBook>();
        await book.LoadAsync(request.Aborted);
        var history = await book.HistoryAsync(id, request.Aborted);
        if (engine.Ledger.Find(id) is not { } row) return history.Count == 0 ? request.Gone() : request.Page("承诺进展", ProgressRowPage.Orphan(history));
        return request.Page("承诺进展", ProgressRowPage.Render(request, row, book.Now(), history, fault), fault is null ? 200 : 400);
    }

    private static async Task<IResult> SaveAsync(AdminRequest request)
    {
        if (request.Service<EngineHost>().Current?.Engine is not { } engine) return NotReady(request);
        if (engine.Ledger.Find(request.Http.Request.RouteValues["id"] as string ?? "") is not { } row) return request.Gone();
        if (StatusWords.Parse(request.Field("status")) is not { } status) return await RowAsync(request, "请选择一个状态");
        var fault = await request.Service<StatusBook>().AddAsync(row, status, request.Field("evidence"), request.Field("link"), request.Name, request.Aborted);
        return fault is null ? request.DoneAt(AddressOf(row.Id), $"已登记为“{StatusWords.Of(status)}”，承诺台账已经更新。") : await RowAsync(request, fault);
    }

    private static HtmlResult NotReady(AdminRequest request) =>
        request.Page("台账进展", $"""<h1>台账进展</h1><p class="fault" role="status">{Problems.NotReadyTitle}。</p>""", StatusCodes.Status503ServiceUnavailable);
}
