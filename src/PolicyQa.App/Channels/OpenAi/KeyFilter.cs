using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>Where keys are set, only requests that carry one come in.</summary>
internal sealed class KeyFilter(LiveSettings live) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (Opens(live.Current.Keys, context.HttpContext.Request)) return next(context);
        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return ValueTask.FromResult<object?>(OpenAiError.Of(StatusCodes.Status401Unauthorized, "密钥不对：请在 Authorization 请求头里写 Bearer 加密钥"));
    }

    /// <summary>Whether the request may come in.</summary>
    public static bool Opens(ApiKeys keys, HttpRequest request) => !keys.Any || Carries(keys, request);

    /// <summary>Whether the request carries a key that opens.</summary>
    public static bool Carries(ApiKeys keys, HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && keys.Opens(header[Scheme.Length..].Trim());
    }
}
