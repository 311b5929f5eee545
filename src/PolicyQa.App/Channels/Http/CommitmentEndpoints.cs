using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Channels.Ledgers;

namespace PolicyQa.App.Channels.Http;

/// <summary>The ledger of commitments, for programs and for people.</summary>
internal static class CommitmentEndpoints
{
    private const string FileName = "承诺台账";

    public static void MapCommitments(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api").AddEndpointFilter(routes.Filter<EngineReadyFilter>()).MapGet("/commitments", List).RequireRateLimiting(RateLimit.Policy)
            .WithSummary("承诺台账：按部门、类别、时限、状态、文字筛选，排序，导出")
            .Produces<CommitmentList>(200, "application/json", "text/csv", CommitmentFile.XlsxType, "text/calendar")
            .ProducesProblem(400).ProducesProblem(429).ProducesProblem(503)
            .AddOpenApiOperationTransformer(OpenApiDocuments.DescribeCommitments);
        routes.MapGet("/commitments", Show).AddEndpointFilter(routes.Filter<LargeTypeFilter>()).AddEndpointFilter(routes.Filter<EngineReadyFilter>()).RequireRateLimiting(RateLimit.Policy).ExcludeFromDescription();
    }

    private static IResult List(HttpRequest request, EngineHost engines, TimeProvider time)
    {
        var query = CommitmentQuery.Of(request, engines.Engine);
        if (query.Fault is { } fault) return Problems.BadRequest(fault);
        var rows = query.Rows(engines.Engine);
        return request.Query["format"].ToString() switch
        {
            "" or CommitmentFile.Json => TypedResults.Ok(CommitmentList.Of(rows, query.Statuses)),
            CommitmentFile.Csv => TypedResults.File(CommitmentCsv.Bytes(rows, query.Statuses), CommitmentFile.CsvType, FileName + ".csv"),
            CommitmentFile.Xlsx => TypedResults.File(CommitmentWorkbook.Bytes(rows, query.Statuses), CommitmentFile.XlsxType, FileName + ".xlsx"),
            CommitmentFile.Ics => TypedResults.File(CommitmentCalendar.Bytes(rows, query.Statuses, time.GetUtcNow(), ServerAddress.Of(request)), CommitmentFile.IcsType, FileName + ".ics"),
            _ => Problems.BadRequest("“format”应是 json、csv、xlsx、ics 之一"),
        };
    }

    private static HtmlResult Show(HttpRequest request, EngineHost engines, string? id = null, string? page = null, string? rows = null)
    {
        var engine = engines.Engine;
        var query = CommitmentQuery.Of(request, engine);
        if (query.Fault is { } fault) return new HtmlResult(CommitmentsPage.Faulty(fault), StatusCodes.Status400BadRequest);
        var found = query.Rows(engine);
        var at = id is null ? -1 : found.Select(c => c.Id).ToList().IndexOf(id);
        var number = at >= 0 ? (at / CommitmentsPage.RowsPerPage) + 1 : int.TryParse(page, out var n) ? n : 1;
        return new HtmlResult(CommitmentsPage.Render(engine.Ledger, query, found, rows == "all" ? null : number, id));
    }
}
