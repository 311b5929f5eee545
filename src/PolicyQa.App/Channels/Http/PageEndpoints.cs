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
        var pages = routes.MapGroup("").AddEndpointFilter(routes.Filter<LargeTypeFilter>()).ExcludeFromDescription();
        pages.MapGet("/embed", (HttpRequest request) => new HtmlResult(EmbedPage.Render(ServerAddress.Of(request))));
        var ready = pages.MapGroup("").AddEndpointFilter(routes.Filter<EngineReadyFilter>());
        ready.MapGet("/", Home).RequireRateLimiting(RateLimit.Policy);
        ready.MapGet("/articles/{id}", ShowArticle);
    }

    private static async Task<HtmlResult> Home(HttpContext context, EngineHost engines, Dialogue dialogue, TimeProvider time, string? q = null, string? c = null, string? all = null)
    {
        var engine = engines.Engine;
        if (q is null) return new HtmlResult(int.TryParse(all, out var number) ? ArticleListPage.Render(engine.Articles, number) : HomePage.Render(engine.Articles, engine.SampleQuestions));
        var question = q.Trim();
        // An old or mangled conversation in a bookmark is no reason to refuse a person's question.
        var reading = AskBodyReading.Check(new AskBody(question, c is not null && Conversations.IsWellFormed(c) ? c : null));
        if (reading.Body is not { } body) return new HtmlResult(AskPage.Faulty(question, reading.Fault!), StatusCodes.Status400BadRequest);
        var extractive = await dialogue.AskAsync(body, ChannelName.Page, context.RequestAborted);
        var answer = await context.RequestServices.GetRequiredService<CurrentModel>().Now.Wordings.WithinAsync(extractive, WordingPatience, time, context.RequestAborted);
        return new HtmlResult(AskPage.Answered(answer, engine.Ledger));
    }

    private static HtmlResult ShowArticle(HttpRequest request, string id, EngineHost engines, string? start = null, string? end = null, string? v = null, string? lines = null)
    {
        if (engines.Engine.FindArticle(id) is not { } article) return new HtmlResult(GonePage.Render(), StatusCodes.Status404NotFound);
        var place = CitedPlace.Find(article.Text, start, end, v);
        var showLines = lines == "1";
        return new HtmlResult(ArticlePage.Render(article, place, showLines, OtherLines(request, article, place, showLines)));
    }

    /// <summary>This page with the line numbers switched, at the same place.</summary>
    private static string OtherLines(HttpRequest request, Article article, CitedPlace? place, bool showLines)
    {
        var query = QueryString.Create(request.Query.Where(p => p.Key is "start" or "end" or "v"));
        if (!showLines) query = query.Add("lines", "1");
        return ArticleAddress.Of(article.Id) + query.ToUriComponent() + (place is null ? "" : $"#{place.Asked.Start}-{place.Asked.End}");
    }
}
