using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Http;

/// <summary>Which other sites' pages may call the API; they send no cookies and read one header of ours.</summary>
internal static class CrossOrigin
{
    public const string Policy = "api";

    public static void AddApiCrossOrigin(this IServiceCollection services, LiveSettings live) => services.AddCors(options => options.AddPolicy(Policy, policy => policy
        .SetIsOriginAllowed(origin => live.Current.Origins.Allows(origin))
        .WithMethods("GET", "POST")
        .WithHeaders("Content-Type", "Accept", "Authorization")
        // So that a page knows how long to wait after 429.
        .WithExposedHeaders("Retry-After")
        .SetPreflightMaxAge(TimeSpan.FromHours(1))));
}
