using Microsoft.AspNetCore.Mvc;

namespace PolicyQa.App.Channels.Http;

/// <summary>What operations and integrators ask: is it alive, is it ready, what does it offer.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Ok(new Liveness("ok"))).ExcludeFromDescription();
        routes.MapGet("/readyz", Ready).ExcludeFromDescription();
        routes.MapOpenApi("/openapi/{documentName}.json").ExcludeFromDescription();
    }

    private static IResult Ready(EngineHost engines, [FromServices] VectorStatus? vectors = null) => engines.Current is { } snapshot
        ? TypedResults.Ok(new Readiness("ready", snapshot.Engine.Articles.Count, snapshot.Passages, snapshot.BuiltAt) { Vectors = vectors?.Current })
        : Problems.Of(503, Problems.NotReadyTitle);
}
