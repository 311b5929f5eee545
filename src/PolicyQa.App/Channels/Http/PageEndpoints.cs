using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http;

/// <summary>Pages for people; they work without a script.</summary>
internal static class PageEndpoints
{
    /// <summary>A page shows an answer once, so it waits a little for the better wording, and no longer.</summary>
    private static readonly TimeSpan WordingPatience = TimeSpan.FromSeconds(4);

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AddEndpointFilter<EngineReadyFilter>().ExcludeFromDescription();
        pages.MapGet("/", Home).RequireRateLimiting(RateLimit.Policy);
        pages.MapGet("/articles/{id}", ShowArticle);
    }

    private static async Task<HtmlResult> Home(HttpContext context, EngineHost engines, Dialogue dialogue, TimeProvider time, string? q = null, string? c = null)
    {
        var articles = engines.Engine.Articles;
        if (q is null) return new HtmlResult(AskPage.Render(articles, "", null, null));
        var question = q.Trim();
        // An old or mangled conversation in a bookmark is no reason to refuse a person's question.
        var reading = AskBodyReading.Check(new AskBody(question, c is not null && Conversations.IsWellFormed(c) ? c : null));
        if (reading.Body is not { } body) return new HtmlResult(AskPage.Render(articles, question, null, reading.Fault), StatusCodes.Status400BadRequest);
        var extractive = await dialogue.AskAsync(body, context.RequestAborted);
        var answer = await context.RequestServices.GetService<Wordings>().WithinAsync(extractive, WordingPatience, time, context.RequestAborted);
        return new HtmlResult(AskPage.Render(articles, question, answer, null));
    }

    private static IResult ShowArticle(string id, EngineHost engines, string? start = null, string? end = null) =>
        engines.Engine.FindArticle(id) is { } article
            ? new HtmlResult(ArticlePage.Render(article, Span(start, end, article.Text.Length)))
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static TextSpan? Span(string? start, string? end, int length) =>
        int.TryParse(start, out var from) && int.TryParse(end, out var to) && from >= 0 && from < to && to <= length ? new TextSpan(from, to) : null;
}
