using PolicyQa.App.Channels.Http.Pages;

namespace PolicyQa.App.Channels.Http;

/// <summary>?size=large or ?size=normal on any page: remembered, then the same address without it, so that nobody passes it on.</summary>
internal sealed class LargeTypeFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        LargeType.Choose(context.HttpContext) is { } chosen ? chosen : await next(context);
}
