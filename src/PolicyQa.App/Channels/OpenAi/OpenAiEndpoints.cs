using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using PolicyQa.Answering;
using PolicyQa.App.Channels.Http;
using PolicyQa.App.Review;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>/v1: PolicyQa as a model, for any program that talks to one.</summary>
internal static class OpenAiEndpoints
{
    public static void MapOpenAi(this IEndpointRouteBuilder routes)
    {
        var v1 = routes.MapGroup(OpenAiError.Path).RequireCors(CrossOrigin.Policy).AddEndpointFilter(routes.Filter<KeyFilter>());
        v1.MapGet("/models", () => TypedResults.Ok(new ModelList("list", [ModelCard.Engine]))).WithSummary("列出模型（OpenAI 兼容）");
        v1.MapGet("/models/{id}", (string id) => id == ModelCard.Name ? (IResult)TypedResults.Ok(ModelCard.Engine) : OpenAiError.Of(StatusCodes.Status404NotFound, $"没有模型“{id}”")).ExcludeFromDescription();
        v1.MapPost("/chat/completions", Complete).RequireRateLimiting(RateLimit.Policy).AddEndpointFilter(routes.Filter<EngineReadyFilter>())
            .WithSummary("问答（OpenAI 兼容）").Produces<ChatCompletion>(200, "application/json", "text/event-stream").Produces<OpenAiErrorBody>(400).Produces<OpenAiErrorBody>(401).Produces<OpenAiErrorBody>(429);
    }

    private static async Task<IResult> Complete(HttpContext context, EngineHost engines, FrontDesk desk, CurrentModel model, SiteAddress site, TimeProvider time)
    {
        var aborted = context.RequestAborted;
        var request = await ChatRequest.FromAsync(context.Request, aborted);
        if (request.Fault is { } fault) return OpenAiError.BadRequest(fault, request.Param);
        var question = request.Question;
        if (request.History.Count > 0 && model.Now.Rewriting is { } rewriting) question = await rewriting(question, request.History, aborted) ?? question;
        var extractive = Ask(engines, desk, new AskRequest(question) { History = request.History }, aborted) with { Question = request.Question };
        var wordings = model.Now.Wordings;
        var text = new ChatText(site.Of(context.Request));
        var id = "chatcmpl-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        var created = time.GetUtcNow().ToUnixTimeSeconds();
        if (request.Stream) return TypedResults.ServerSentEvents(Events(new ChatStream(id, created, request, text).Of(extractive, wordings, aborted), aborted));
        var answer = wordings is null ? extractive : await wordings.LastAsync(extractive, aborted) ?? extractive;
        var content = text.Of(answer);
        return TypedResults.Ok(new ChatCompletion(
            id,
            "chat.completion",
            created,
            ModelCard.Name,
            [new ChatChoice(0, new ChatMessage("assistant", content), "stop")],
            ChatUsage.Of(request.PromptTokens, content),
            answer.Citations));
    }

    private static Answer Ask(EngineHost engines, FrontDesk desk, AskRequest request, CancellationToken cancellationToken)
    {
        using var lease = engines.Lease();
        return desk.Ask(lease.Engine, request, ChannelName.OpenAi, cancellationToken);
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(IAsyncEnumerable<ChatCompletionChunk> chunks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in chunks.WithCancellation(cancellationToken)) yield return new SseItem<string>(UnescapedJson.Serialize(chunk));
        yield return new SseItem<string>("[DONE]");
    }
}
