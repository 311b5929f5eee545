using PolicyQa.App.Channels.OpenAi;
using PolicyQa.App.Configuration;
using PolicyQa.App.Operations;

namespace PolicyQa.App.Channels.Http;

/// <summary>What operations and integrators ask: is it alive, is it ready, how does it fare, what does it offer.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        var operations = routes.MapGroup("").ExcludeFromDescription();
        operations.MapGet("/healthz", () => TypedResults.Ok(new Liveness("ok")));
        operations.MapGet("/readyz", Ready);
        operations.MapGet("/metrics", Metrics);
        operations.MapGet("/metrics/dashboard.json", Dashboard);
        operations.MapOpenApi("/openapi/{documentName}.json");
    }

    private static IResult Ready(ReadinessProbe probe)
    {
        var readiness = probe.Look();
        return readiness.Status == Condition.Failing
            ? TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: Problems.NotReadyTitle, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["checks"] = readiness.Checks })
            : TypedResults.Ok(readiness);
    }

    private static IResult Metrics(HttpContext context, LiveSettings live, MetricsCollector collector) =>
        Refused(context, live) ?? TypedResults.Text(PrometheusText.Of(collector.Read()), PrometheusText.ContentType);

    private static IResult Dashboard(HttpContext context, LiveSettings live) =>
        Refused(context, live) ?? TypedResults.Stream(GrafanaDashboard.Open(), "application/json");

    /// <summary>Why this caller may not see figures; null where it may.</summary>
    private static IResult? Refused(HttpContext context, LiveSettings live)
    {
        var (access, keys) = (live.Current.Telemetry.Metrics, live.Current.Keys);
        if (access == MetricsAccess.Off) return Problems.Of(StatusCodes.Status404NotFound, Problems.Title(404));
        if (access == MetricsAccess.All || (access == MetricsAccess.Local && Caller.IsNear(context))) return null;
        if (KeyFilter.Carries(keys, context.Request)) return null;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(StatusCodes.Status401Unauthorized, Problems.Title(401));
    }
}
