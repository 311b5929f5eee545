using Microsoft.AspNetCore.Http.HttpResults;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http;

/// <summary>/api: questions, articles and plain search for programs.</summary>
internal static class ApiEndpoints
{
    private const int DefaultHits = 10;
    private const int MostHits = 100;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireCors(CrossOrigin.Policy).AddEndpointFilter(routes.Filter<EngineReadyFilter>());
        api.MapPost("/ask", Ask).RequireRateLimiting(RateLimit.Policy)
            .WithSummary("问一个问题").Produces<Answer>(200, "application/json", "text/event-stream")
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(429).ProducesProblem(503)
            .AddOpenApiOperationTransformer(OpenApiDocuments.DescribeAskBody);
        api.MapGet("/articles", Articles).WithSummary("列出文章；include=preface 时包括刊头").Produces<ArticleList>();
        api.MapGet("/articles/{id}", ArticleById).WithSummary("一篇文章的全文、分段和行号").Produces<ArticleDetail>().ProducesProblem(404);
        api.MapGet("/passages", Passages).RequireRateLimiting(RateLimit.Policy)
            .WithSummary("全文检索段落").Produces<PassageList>().ProducesProblem(400).ProducesProblem(429);
    }

    private static async Task<IResult> Ask(HttpContext context, Dialogue dialogue, IServiceProvider services)
    {
        var reading = await AskBodyReading.FromAsync(context.Request, context.RequestAborted);
        if (reading.Body is not { } body) return Problems.BadRequest(reading.Fault!);
        var answer = await dialogue.AskAsync(body, ChannelName.Api, context.RequestAborted);
        var wordings = services.GetRequiredService<CurrentModel>().Now.Wordings;
        if (WantsEvents(context.Request)) return TypedResults.ServerSentEvents(AnswerEvents.Of(answer, wordings, context.RequestAborted));
        return TypedResults.Ok(wordings is null ? answer : await wordings.LastAsync(answer, context.RequestAborted) ?? answer);
    }

    private static Ok<ArticleList> Articles(EngineHost engines, string? include = null)
    {
        var items = engines.Engine.Articles
            .Where(a => a.Kind != ArticleKind.Preface || include == "preface")
            .Select(ArticleSummary.Of)
            .ToList();
        return TypedResults.Ok(new ArticleList(items, items.Count));
    }

    private static Results<Ok<ArticleDetail>, ProblemHttpResult> ArticleById(string id, EngineHost engines) =>
        engines.Engine.FindArticle(id) is { } article ? TypedResults.Ok(ArticleDetail.Of(article)) : Problems.Of(404, "没有这篇文章");

    private static Results<Ok<PassageList>, ProblemHttpResult> Passages(EngineHost engines, string? q = null, string? department = null, string? top = null)
    {
        var query = q?.Trim() ?? "";
        if (query.Length > QuestionRule.MaxLength) return Problems.BadRequest($"“q”太长：最多 {QuestionRule.MaxLength} 个字");
        var most = DefaultHits;
        if (top is not null && (!int.TryParse(top, out most) || most is < 1 or > MostHits)) return Problems.BadRequest($"“top”应是 1 到 {MostHits} 之间的整数");
        using var lease = engines.Lease();
        var items = lease.Engine.Search(query, string.IsNullOrWhiteSpace(department) ? null : department.Trim(), most).Select(PassageItem.Of).ToList();
        return TypedResults.Ok(new PassageList(items, items.Count));
    }

    private static bool WantsEvents(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);
}
