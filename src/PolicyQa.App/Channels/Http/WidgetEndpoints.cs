using PolicyQa.App.Review;

namespace PolicyQa.App.Channels.Http;

/// <summary>What the widget needs beside /api/ask: the script, questions to begin with, a place for 有用/没用.</summary>
internal static class WidgetEndpoints
{
    public static void MapWidget(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/widget.js", (HttpContext context, WidgetScript script) => script.For(context)).ExcludeFromDescription();
        var api = routes.MapGroup("/api").RequireCors(CrossOrigin.Policy);
        api.MapGet("/samples", Samples).AddEndpointFilter(routes.Filter<EngineReadyFilter>())
            .WithSummary("可以这样问：从文章里来、答得出的问题").Produces<SampleList>();
        api.MapPost("/feedback", Feedback).RequireRateLimiting(RateLimit.Policy)
            .WithSummary("一个回答有用还是没用").Produces(204).ProducesProblem(400).ProducesProblem(429).ProducesProblem(503);
    }

    private static SampleList Samples(EngineHost engines, string? department = null)
    {
        using var lease = engines.Lease();
        var items = string.IsNullOrWhiteSpace(department) ? lease.Engine.SampleQuestions : lease.Engine.SampleQuestionsOf(department.Trim());
        return new SampleList(items, items.Count);
    }

    private static async Task<IResult> Feedback(HttpContext context, UnansweredLog log)
    {
        var reading = await FeedbackReading.FromAsync(context.Request, context.RequestAborted);
        if (reading.Fault is { } fault) return Problems.BadRequest(fault);
        return await log.VoteAsync(reading.Question!, reading.Useful, ChannelName.Api, context.RequestAborted)
            ? TypedResults.NoContent()
            : Problems.Of(StatusCodes.Status503ServiceUnavailable, "意见没有存下来，请稍后再试");
    }
}
